// What a build is doing, in words.

const STAGES = {
  wait: "等待生成",
  extract: "正在读取",
  review: "应用更正",
  compare: "正在对比",
  charts: "正在绘图",
  render: "正在排版",
  publish: "写入文件夹",
};

export const stageWords = (stage) => STAGES[stage] ?? "正在生成";

// Which share of the work is done; reading is half of it, laying out most of the rest.
export function share(stage, files) {
  const read = files.filter((file) => file.state !== "waiting").length / (files.length || 1);
  const begun = { wait: 0, extract: 0.5 * read, review: 0.5, compare: 0.52, charts: 0.58, render: 0.64, publish: 0.98 };
  return begun[stage] ?? 0;
}
