import { fetchPlatform, wxPlatform, type Platform } from '../src/index.js';
import { fetchDouble } from './fetch-double.js';
import type { ServiceDouble } from './service-double.js';
import { wxDouble } from './wx-double.js';

/** Every platform over one service double: a suite that runs on each is a promise about all of them. */
export const EVERY_PLATFORM: readonly (readonly [string, (service: ServiceDouble) => Platform])[] = [
  ['wx', (service) => wxPlatform(wxDouble(service))],
  [
    'fetch',
    (service) => {
      let codes = 0;
      const signInCode = () => {
        codes += 1;
        return Promise.resolve(`code-${codes}`);
      };
      return fetchPlatform({ fetch: fetchDouble(service), signInCode });
    },
  ],
];
