/** Words by which a text speaks to a model instead of to a reader. */
const INSTRUCTION =
  /(?:忽略|无视|不要理会|忘记).{0,12}(?:指令|指示|要求|提示|规则|以上|上述|之前)|(?:你|您)(?:现在)?(?:是|作为).{0,8}(?:助手|模型|AI|机器人)|系统提示|提示词|system prompt|(?:ignore|disregard|forget).{0,20}(?:instruction|prompt|above|previous)|as an ai|<<<|>>>|```|<\/?(?:script|think|system|user|assistant)/i;

export function isInstruction(text: string): boolean {
  return INSTRUCTION.test(text);
}

/**
 * Whether at least nine in ten letters are Han where the source's are: Latin words that the article has itself (5G,
 * IEEE 802.11) do not count against it.
 */
export function isInLanguageOf(article: string, text: string): boolean {
  const foreign = [...text.matchAll(/(?:(?!\p{Script=Han})\p{L})+/gu)]
    .map(([word]) => word)
    .filter((word) => !article.includes(word));
  const letters = foreign.reduce((sum, word) => sum + word.length, 0);
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return letters === 0 || han / (han + letters) >= 0.9;
}
