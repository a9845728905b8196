// The deck of `benchmarks.whole` as PptxGenJS makes one: node deck.mjs slides.json deck.pptx
// In: slides as plain data: a title, lines of text, rows of a table, names and numbers of a bar chart. Out: a deck, and nothing proved.
import { readFileSync } from "node:fs";
import pptxgen from "pptxgenjs";

const [source, target] = process.argv.slice(2);
const deck = new pptxgen();
deck.layout = "LAYOUT_WIDE";
const font = { fontFace: "Noto Sans SC" };
for (const one of JSON.parse(readFileSync(source, "utf8"))) {
  const slide = deck.addSlide();
  slide.addText(one.title, { x: 0.6, y: 0.4, w: 12, h: 1, fontSize: 28, bold: true, ...font });
  if (one.lines.length) slide.addText(one.lines.map((text) => ({ text, options: { breakLine: true } })), { x: 0.6, y: 1.6, w: 12, h: 5, fontSize: 16, ...font });
  if (one.rows.length) slide.addTable(one.rows.map((row) => row.map((text) => ({ text }))), { x: 0.6, y: 1.6, w: 12, fontSize: 12, ...font });
  if (one.names.length) slide.addChart(deck.ChartType.bar, [{ name: one.title, labels: one.names, values: one.numbers }], { x: 0.6, y: 1.6, w: 12, h: 5, barDir: "bar" });
  slide.addNotes(one.notes);
}
await deck.writeFile({ fileName: target });
