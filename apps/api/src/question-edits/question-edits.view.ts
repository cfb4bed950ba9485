import { heaviestEdit, type QuestionChange } from '#question';
import { contentView } from '../question-content/question-content.js';
import type {
  QuestionDiff,
  QuestionDifference,
  QuestionVersionDetail,
  QuestionVersionSummary,
} from './question-edits.dto.js';
import type { VersionRecord } from './question-edits.store.js';

export function versionSummary({
  content: _content,
  createdAt,
  ...version
}: VersionRecord): QuestionVersionSummary {
  return { ...version, createdAt: createdAt.toISOString() };
}

export function versionDetail(version: VersionRecord): QuestionVersionDetail {
  return { ...versionSummary(version), content: contentView(version.content) };
}

export function diffView(changes: readonly QuestionChange[]): QuestionDiff {
  return { edit: heaviestEdit(changes), differences: differences(changes) };
}

export function differences(changes: readonly QuestionChange[]): QuestionDifference[] {
  return changes.map(({ parts, ...change }) => ({ ...change, parts: parts.map((part) => ({ ...part })) }));
}
