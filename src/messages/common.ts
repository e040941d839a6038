/** Sentences shared by every command. */
export const en = {
  hint: (text: string) => `hint: ${text}`,
  warning: (text: string) => `warning: ${text}`,
  nothingChanged: 'dry run: nothing was changed',
};

export const zh: typeof en = {
  hint: (text) => `提示：${text}`,
  warning: (text) => `注意：${text}`,
  nothingChanged: '试运行：没有改动任何内容',
};
