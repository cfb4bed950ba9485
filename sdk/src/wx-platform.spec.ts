import { describe, expect, it } from 'vitest';
import { serviceThat, type Answer } from '../testing/service-double.js';
import { wxDouble } from '../testing/wx-double.js';
import { wxPlatform, type PlatformRequest } from './index.js';

const request: PlatformRequest = {
  method: 'GET',
  url: 'https://quiz.example.cn/v1/me',
  headers: { Accept: 'application/json' },
  timeout: 1000,
};
const platformFor = (answer: Answer) => {
  const wx = wxDouble(serviceThat(() => answer));
  return { wx, platform: wxPlatform(wx) };
};

describe('wx.request as a platform', () => {
  it.each([200, 404, 500])('hands over status %i, for success is called for each', async (status) => {
    const { platform } = platformFor({ status, text: 'text' });
    expect(await platform.request(request).reply).toEqual({ status, headers: {}, body: 'text' });
  });

  it('writes header names in lower case, whatever the phone does', async () => {
    const { platform } = platformFor({ headers: { 'X-Server-Time': '1', 'x-REQUEST-id': 'r' } });
    expect((await platform.request(request).reply).headers).toEqual({
      'x-server-time': '1',
      'x-request-id': 'r',
    });
  });

  it('leaves JSON unparsed, and writes it again where an old client parsed it anyway', async () => {
    const { wx, platform } = platformFor({ body: { id: 1 } });
    expect((await platform.request(request).reply).body).toBe('{"id":1}');
    const parsing = wxPlatform({
      ...wx,
      request: (options) => wx.request({ ...options, dataType: 'json' }),
    });
    expect((await parsing.request(request).reply).body).toBe('{"id":1}');
  });

  it('rejects with the errMsg of wx', async () => {
    const { platform } = platformFor({ fail: 'timeout' });
    await expect(platform.request(request).reply).rejects.toEqual({ errMsg: 'request:fail timeout' });
  });

  it('can be aborted', async () => {
    const call = platformFor('hang').platform.request(request);
    call.abort();
    await expect(call.reply).rejects.toEqual({ errMsg: 'request:fail abort' });
  });

  it('reads an absent key of the storage as null', () => {
    const { storage } = platformFor('hang').platform;
    expect(storage.getItem('key')).toBeNull();
    storage.setItem('key', 'value');
    expect(storage.getItem('key')).toBe('value');
    storage.removeItem('key');
    expect(storage.getItem('key')).toBeNull();
  });
});
