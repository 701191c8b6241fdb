import type { StoryThread } from '../story-types.ts';

export const whoChairs: StoryThread = {
  key: 'who-chairs',
  space: 'local-prevention-networks',
  kind: 'question',
  title: 'لجنة محلية للوقاية: من يدعو إليها، ومن يرأسها، ومن يدفع؟',
  language: 'ar',
  sharing: 'network',
  themes: ['local-action-plans', 'multi-agency', 'budget'],
  author: 'munther',
  asked: { daysAgo: 28, at: '08:40' },
  body: `قررنا إنشاء لجنة محلية للوقاية تضم اثنتي عشرة جهة، واتفقنا على كل شيء إلا على الرئاسة. ترى الشرطة أنها صاحبة الاختصاص، وترى التربية أن الشباب شبابها، ويخشى المجتمع المدني أن يكون حضوره شكليًا، وأنا أخشى أن تموت اللجنة في اجتماعها الثالث كما ماتت سابقتها.

- من **يدعو** إلى الاجتماع في مدينتكم؟
- من يرأسه، ولأي مدة؟
- من يدفع ثمن أبسط الأمور: القاعة، والكاتب، والمواصلات؟`,
  reactions: { useful: ['naima', 'salwa', 'daniyar'], talk: ['naima'] },
  posts: [
    {
      author: 'daniyar',
      language: 'en',
      daysAgo: 28,
      at: '12:15',
      body: `Our first council was chaired by the deputy mayor for security. Everybody came once. The second one is chaired by the head of the **library service**, and people laughed, until they noticed that she was the only person in the room without an interest of her own.

She invites, she writes two pages, she keeps the time. The deputy mayor sits beside her and signs. Meetings: every six weeks, ninety minutes, no presentations. In two years only one was cancelled, because of snow.`,
      reactions: { useful: ['munther', 'naima', 'bagus'] },
    },
    {
      author: 'liesbeth',
      language: 'en',
      daysAgo: 27,
      at: '09:20',
      body: `We separate three roles which usually sit in one chair:

| role | who | for how long |
| --- | --- | --- |
| invites and writes | prevention coordinator | permanent |
| chairs | a member, in rotation | one year |
| decides on money | the mayor's board | each quarter |

Rotation was my idea, and it is **only half good**. The year in which a school head chaired was our best one. The year in which nobody wanted it, we drew lots, and it showed.`,
      reactions: { useful: ['munther', 'daniyar', 'sofia'], tried: ['biljana'] },
    },
    {
      author: 'naima',
      language: 'ar',
      daysAgo: 26,
      at: '10:50',
      body: `عندنا تدعو رئيسة المجلس وتترأس الجلسة الأولى والأخيرة من كل سنة فقط، وما بينهما يديره منسق متفرغ. فهمنا متأخرين أن حضور المنتخبين في كل اجتماع يجعل الموظفين يصمتون، وأن غيابهم الدائم يجعل القرارات حبرًا على ورق.

أما المال فبند صغير باسم اللجنة: **60 ألف درهم في السنة**، للقاعة والنقل والترجمة والكتابة. لولا بند باسمها لبقيت اللجنة ضيفة عند كل مصلحة، والضيف لا يقرر.`,
      reactions: { useful: ['munther', 'salwa'] },
    },
    {
      author: 'memunatu',
      language: 'en',
      daysAgo: 24,
      at: '13:00',
      body: `Who pays for small things decides who comes. Our civil society members travel up to two hours. For a year we told them the transport would be refunded "through the usual procedure", which took four months. By the third meeting there were nine officials and one pastor who lives next door.

Now the coordinator has an envelope with **cash for transport**, signed for on the same day. It is 900 cedis per meeting, and the auditor has come to accept it after two long conversations.`,
      reactions: { useful: ['munther', 'amina'] },
    },
    {
      author: 'clarisse',
      language: 'fr',
      daysAgo: 22,
      at: '09:15',
      body: `Comme animatrice de cet espace, je relie deux fils : plusieurs villes ont écrit ici que **celui qui rédige le compte rendu a plus de pouvoir que celui qui préside**. Cela mérite d’être pris au sérieux avant de se disputer un fauteuil.

Question à {{member:liesbeth}} et à {{member:daniyar}} : chez vous, qui rédige, en combien de pages, et qui peut corriger avant diffusion ? Je crois que {{member:munther}} y trouverait une bonne partie de sa réponse.`,
      reactions: { useful: ['munther', 'liesbeth'] },
    },
    {
      author: 'daniyar',
      language: 'en',
      daysAgo: 21,
      at: '06:30',
      quotes: 6,
      quoteText: 'qui rédige, en combien de pages',
      body: `Two pages, never more: decisions on the first, open questions on the second, each with a name and a date. Sent within three days. Anyone may correct **facts** for five days; nobody may correct *opinions*, because no opinion is attributed to anyone.

The police liked this most of all. They told us that for the first time they could think aloud in a meeting without reading about it afterwards.`,
      reactions: { useful: ['clarisse', 'munther'] },
    },
    {
      author: 'munther',
      language: 'ar',
      daysAgo: 15,
      at: '11:40',
      body: `عدتُ إليكم بالنتيجة. أخذنا من {{member:daniyar}} محضر الصفحتين، ومن {{member:liesbeth}} فصل الأدوار، ومن {{member:memunatu}} ظرف المواصلات.

اجتمعت اللجنة مرة واحدة حتى الآن. يدعو إليها مكتبي، ويرأسها هذه السنة **مدير مدرسة متقاعد** لم يعترض عليه أحد. البند المالي صغير: 4,000 دينار. وما لم ننجح فيه: أرسلت جهتان موظفًا ينوب عن صاحب القرار ولا يملك أن يقرر شيئًا، فسنشرح كل شيء من البداية في المرة المقبلة. هل من حل غير العتاب؟`,
      reactions: { useful: ['naima', 'daniyar', 'liesbeth', 'memunatu'] },
    },
    {
      author: 'salwa',
      language: 'ar',
      daysAgo: 14,
      at: '09:05',
      body: `حل بسيط نجح معنا في ثلثي الحالات: **الدعوة باسم الشخص لا باسم المصلحة**، ومعها سطر واحد: «عند تعذر حضوركم يُكتفى بمحضر الجلسة، ولا حاجة إلى من ينوب». حين يُمنع النائب يحضر الأصيل.

أما الثلث الباقي فقد جعلنا مشاركته اختيارية وأرسلنا إليه المحضر. بعد ثلاثة أشهر عاد اثنان من تلقاء نفسيهما، لأن قرارًا يخصهما اتُّخذ في غيابهما، وكان قرارًا جيدًا لحسن الحظ.`,
      reactions: { useful: ['munther', 'naima', 'leila'] },
    },
  ],
};
