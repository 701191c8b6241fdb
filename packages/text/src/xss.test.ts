import { expect, test } from 'vitest';
import { fillMentions } from './fill-mentions.ts';
import { htmlProblem } from './html-check.ts';
import { renderMarkdown, renderPlain } from './markdown.ts';
import { renderPost } from './render.ts';
import { sanitizePost } from './sanitize.ts';

const HTML = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script\n>alert(1)</script\n>',
  '<script/x>alert(1)</script>',
  '"><script>alert(1)</script>',
  '</p><script>alert(1)</script>',
  '</code></pre><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" OnErRoR="alert(1)"/>',
  '<img/src=x/onerror=alert(1)>',
  '<img src=x:alert(alt) onerror=eval(src) alt=1>',
  '<img src=`x` onerror=alert(1)>',
  '<img """><script>alert(1)</script>">',
  '<img src="javascript:alert(1)">',
  '<body onload=alert(1)>',
  '<p onclick="alert(1)">click</p>',
  '<a href="https://a.example" onmouseover=alert(1)>x</a>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<p style="position:fixed;inset:0">cover</p>',
  '<style>*{background:url(//evil.example)}</style>',
  '<style><img src="</style><img src=x onerror=alert(1)//">',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="javascript:/a/-alert(1)///">',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><button>go</button></form>',
  '<button formaction=javascript:alert(1)>x</button>',
  '<input autofocus onfocus=alert(1)>',
  '<select onfocus=alert(1) autofocus><option>x</select>',
  '<details open ontoggle=alert(1)>x</details>',
  '<video><source onerror=alert(1)></video>',
  '<audio src=x onerror=alert(1)>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:alert(1)"><text y=20>x</text></a></svg>',
  '<svg><style>{font-family:"<iframe/onload=alert(1)>"}</style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math href="javascript:alert(1)">x</math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>">',
  '<!-- --><img src=x onerror=alert(1)> -->',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '<!DOCTYPE html><script>alert(1)</script>',
  '<<script>alert(1);//<</script>',
  '<img src=x onerror=alert(1)//',
  '<a href="javascript&colon;alert(1)">x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="//evil.example">x</a>',
  '<span data-mention="member:1" onclick=alert(1)></span>',
  "<span data-mention='member:1\"><script>alert(1)</script>'></span>",
  '<custom-element onclick=alert(1) is=x>y</custom-element>',
  '\u003cimg src=x onerror=alert(1)\u003e',
  '＜script＞alert(1)＜/script＞',
  '<scri\0pt>alert(1)</scri\0pt>',
];

const LINKS = [
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x]( javascript:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](<\u0001javascript:alert(1)>)',
  '[x](&#106;avascript:alert(1))',
  '[x](&#x6A;&#x61;vascript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](javascript&#58;alert(1))',
  '[x](java&Tab;script:alert(1))',
  '[x](java&NewLine;script:alert(1))',
  '[x](javascript\\:alert(1))',
  '[x](%6aavascript:alert(1))',
  '[x](javascript%3Aalert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](data:image/svg+xml,<svg onload=alert(1)>)',
  '[x](file:///etc/passwd)',
  '[x](blob:https://a.example/1)',
  '[x](view-source:javascript:alert(1))',
  '[x](//evil.example)',
  '[x](\\\\evil.example)',
  '[x](https:evil.example)',
  '<javascript:alert(1)>',
  '<JAVASCRIPT:alert(1)>',
  '<data:text/html,x>',
  'javascript:alert(1)',
  'javascript://a.example/%0aalert(1)',
  '![x](javascript:alert(1))',
  '![x](data:image/png;base64,AAAA)',
  '![" onerror="alert(1)](https://a.example/x.png)',
  '![x](https://a.example/"onerror="alert(1))',
  '[x](https://a.example "onmouseover=alert(1)")',
  '[x](https://a.example/" onmouseover="alert(1))',
  "[x](https://a.example/' onmouseover='alert(1))",
  '[x](<https://a.example/"><script>alert(1)</script>>)',
  'https://a.example/"onmouseover="alert(1)',
  'https://a.example/<script>alert(1)</script>',
  '<https://a.example/"onmouseover="alert(1)>',
  '[x](mailto:a@b.example?subject="><script>alert(1)</script>)',
  '[a](javascript:alert(1)//[b](https://a.example))',
  '[a [b](javascript:alert(1))](https://a.example)',
  '[![x](javascript:alert(1))](javascript:alert(2))',
  '[x]\n\n[x]: javascript:alert(1)',
  '[x][y]\n\n[y]: data:text/html,<script>alert(1)</script>',
  '`<script>alert(1)</script>`',
  '```<script>alert(1)</script>\n</code></pre><script>\n```',
  '```js" onclick="alert(1)\nx\n```',
  '```"><script>alert(1)</script>\nx\n```',
  '    <script>alert(1)</script>',
  '|<script>|\n|-|\n|<img src=x onerror=alert(1)>|',
  '|a|\n|:-:" onclick="alert(1)|\n|b|',
  '1<script>alert(1)</script>. a',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '&amp;lt;script&amp;gt;',
  '\\<script>alert(1)\\</script>',
  '@member:1"><script>alert(1)</script>',
  '[@member:1](javascript:alert(1))',
];

const payloads = [...HTML, ...LINKS];
const wrappings: [string, (text: string) => string][] = [
  ['alone', (text) => text],
  ['in a quotation', (text) => `> ${text.replaceAll('\n', '\n> ')}`],
  ['in a list', (text) => `- ${text.replaceAll('\n', '\n  ')}`],
  ['in emphasis', (text) => `**${text}**`],
  ['in a heading', (text) => `# ${text}`],
  ['in a link', (text) => `[${text}](https://a.example)`],
  ['in an image', (text) => `![${text}](https://a.example)`],
  ['in a cell', (text) => `|a|b|\n|-|-|\n|${text}|${text}|`],
  ['after Arabic', (text) => `مرحبا ${text}`],
];

for (const [where, wrap] of wrappings) {
  test(`nothing executable survives ${where}`, () => {
    for (const payload of payloads.map(wrap)) {
      expect(htmlProblem(renderMarkdown(payload)), payload).toBeNull();
      expect(htmlProblem(renderPost(payload).html), payload).toBeNull();
      expect(htmlProblem(renderPlain(payload)), payload).toBeNull();
    }
  });
}

test('the sanitiser alone stops every payload, should the renderer ever let one through', () => {
  for (const payload of payloads) {
    expect(htmlProblem(sanitizePost(payload.replaceAll('>', ' >'))), payload).toBeNull();
    expect(htmlProblem(sanitizePost(`<p>${payload}</p>`)), payload).toBeNull();
  }
});

test('refused links stay readable', () => {
  expect(renderMarkdown('[x](javascript:alert(1))')).toContain('[x](javascript:alert(1))');
});

test('a name with markup is shown as it is written', () => {
  const { html } = renderPost('@member:1');
  const filled = fillMentions(html, () => ({
    text: '<img src=x onerror=alert(1)>',
    href: '/members/1"><script>alert(1)</script>',
  }));
  expect(filled).toBe(
    '<p dir="auto"><a class="mention" data-mention="member:1" href="/members/1&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"><bdi>&lt;img src=x onerror=alert(1)&gt;</bdi></a></p>\n',
  );
});
