/** How mail programs announce what they quote; names and dates stand where the dots are. */
const ATTRIBUTION = [
  /^On .{6,} wrote ?:$/i,
  /^Le .{6,} a écrit ?:$/i,
  /^(?:في|بتاريخ|يوم) .{4,} كتب(?:ت)?(?: .{1,})?[:：]$/u,
  /^كتب(?:ت)? .{3,}[:：]$/u,
  /^Am .{6,} schrieb .{3,}:$/i,
  /^El .{6,} escribió ?:$/i,
  /^Em .{6,} escreveu ?:$/i,
  /^Il .{6,} ha scritto ?:$/i,
  /^Op .{6,} schreef .{3,}:$/i,
];
/** Forms that begin with a name, so that they are known only when they stand on one line. */
const NAMED_ATTRIBUTION = [/^.{3,} wrote on .{6,}:$/i, /^.{3,} a écrit ?:$/i];

/** The bar above a forwarded or quoted message, and the head that stands below it. */
const BAR =
  /^-{2,} ?(?:Original Message|Forwarded message|Message d['’]origine|Message original|Message transféré|الرسالة الأصلية|رسالة معاد توجيهها|Ursprüngliche Nachricht|Mensaje original) ?-{2,}$/iu;
const HEAD_FIRST = /^\*?(?:From|De|من|Von|Da) ?:\*? ?\S/u;
const HEAD_NEXT =
  /^\*?(?:Sent|Date|Envoyé|À|To|Cc|Objet|Subject|Gesendet|Enviado|Para|تم الإرسال|تاريخ|التاريخ|إلى|الموضوع) ?:/u;

/** What a mailing list or a telephone adds below a message. */
const SIGNATURE = /^--\s?$/;
const DEVICE =
  /^(?:Sent from my .{2,40}|Get Outlook for .{2,40}|Envoyé (?:de mon|depuis mon|à partir de) .{2,40}|Télécharger Outlook pour .{2,40}|(?:أُرسل|أرسلت|تم الإرسال|مرسل) من .{2,40})$/iu;
const LIST_BAR = /^_{20,}$/;
const LIST_WORDS =
  /mailing list|liste de diffusion|unsubscribe|desinscri|désinscri|القائمة البريدية/iu;

const isQuoted = (line: string) => /^\s*>/.test(line);
const isBlank = (line: string) => line.trim() === '';

/** Tells of any line whether nothing but a quotation stands from there on. */
function quotationsIn(lines: readonly string[]): (at: number) => boolean {
  const lastOwn = lines.findLastIndex((line) => !isBlank(line) && !isQuoted(line));
  const lastQuoted = lines.findLastIndex(isQuoted);
  return (at) => at > lastOwn && at <= lastQuoted;
}

/** An attribution on one line, or broken into two or three; gives the line after it. */
function afterAttribution(lines: readonly string[], at: number): number | undefined {
  let sentence = lines[at]?.trim() ?? '';
  if (NAMED_ATTRIBUTION.some((form) => form.test(sentence))) return at + 1;
  for (let count = 1; count <= 3; count += 1) {
    if (sentence.length > 300) return undefined;
    if (ATTRIBUTION.some((form) => form.test(sentence))) return at + count;
    const next = lines[at + count]?.trim() ?? '';
    if (next === '') return undefined;
    sentence += ` ${next}`;
  }
  return undefined;
}

function isMailHead(lines: readonly string[], at: number): boolean {
  if (!HEAD_FIRST.test(lines[at]?.trim() ?? '')) return false;
  const next = lines.slice(at + 1, at + 4).map((line) => line.trim());
  return next.filter((line) => HEAD_NEXT.test(line)).length >= 2;
}

/** The line at which what is quoted begins, when nothing of the writer's own follows. */
function quotationStart(lines: readonly string[]): number {
  const isQuotationFrom = quotationsIn(lines);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]?.trim() ?? '';
    if (line === '') continue;
    if (BAR.test(line) || isMailHead(lines, at)) return at;
    if (isQuoted(line)) {
      if (isQuotationFrom(at)) return at;
      continue;
    }
    const after = afterAttribution(lines, at);
    if (after !== undefined && isQuotationFrom(after)) return at;
  }
  return lines.length;
}

/**
 * A quotation that stands above everything else, announced or not: what is quoted, and what was written
 * below it. Null when there is none, or nothing below.
 */
export function quotationAbove(mail: string): { quoted: string; written: string } | null {
  const lines = mail.trim().replace(/\r\n?/g, '\n').split('\n');
  let from = isQuoted(lines[0] ?? '') ? 0 : (afterAttribution(lines, 0) ?? lines.length);
  while (from < lines.length && isBlank(lines[from] ?? '')) from += 1;
  const own = lines.findIndex((line, at) => at >= from && !isBlank(line) && !isQuoted(line));
  if (own <= from) return null;
  const quoted = lines.slice(from, own).map((line) => line.replace(/^\s*> ?/, ''));
  const words = quoted.join('\n').trim();
  return words === '' ? null : { quoted: words, written: lines.slice(own).join('\n') };
}

/** The line at which a signature or what a list adds begins. */
function footStart(lines: readonly string[]): number {
  const signature = lines.findIndex((line) => SIGNATURE.test(line));
  const list = lines.findIndex(
    (line, at) => LIST_BAR.test(line.trim()) && LIST_WORDS.test(lines.slice(at, at + 8).join('\n')),
  );
  let last = lines.length;
  while (last > 0 && isBlank(lines[last - 1] ?? '')) last -= 1;
  const device = DEVICE.test(lines[last - 1]?.trim() ?? '') ? last - 1 : -1;
  return Math.min(...[signature, list, device, lines.length].filter((at) => at >= 0));
}

/**
 * What somebody wrote in a plain-text mail, without signature, without what a list adds, and without
 * the message they answer when that stands whole at the end. Quotations between their own lines
 * stay. A mail that is nothing else stays as it is.
 */
export function writtenPart(mail: string): string {
  const all = mail.replace(/\r\n?/g, '\n').split('\n');
  const own = all.slice(0, footStart(all));
  const kept = own.slice(0, quotationStart(own));
  const text = kept.join('\n').trim();
  return text === '' ? mail.trim() : text;
}
