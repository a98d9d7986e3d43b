// 在样式之前载入，免得先闪一下另一种底色。放在外部文件里，因为内容安全策略不许页内脚本。
try {
  const chosen = localStorage.getItem("theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
} catch { /* 无痕窗口读不到，跟随系统 */ }
