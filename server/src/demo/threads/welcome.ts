import type { StoryThread } from '../story-types.ts';

export const welcome: StoryThread = {
  key: 'welcome',
  space: 'local-prevention-networks',
  kind: 'announcement',
  title: 'How we work here: four habits that keep this place useful',
  language: 'en',
  sharing: 'network',
  themes: ['multi-agency'],
  author: 'ingrid',
  asked: { daysAgo: 45, at: '09:00' },
  body: `Welcome to everyone who joined this month, and thank you to those who have been answering from the first day. Four habits make this forum worth ten minutes of a busy week:

1. **Ask with your context.** Size of the city, who runs what, what you have tried. Two sentences are enough.
2. **Write in your language.** English, French and Arabic stand side by side here; nobody has to apologise for any of them.
3. **Say what failed.** The most useful posts so far are about failures.
4. **Never describe a case.** Method yes, person no, even without a name.

When a question has waited for five days, we look for somebody who could answer it.`,
  reactions: { useful: ['amina', 'sofia', 'ousmane', 'salwa', 'memunatu', 'clarisse'] },
  pinned: true,
  locked: true,
  posts: [
    {
      author: 'clarisse',
      language: 'fr',
      daysAgo: 45,
      at: '09:30',
      body: `En français, et en bref : donnez votre contexte, écrivez dans votre langue, racontez aussi ce qui a échoué, et ne décrivez **jamais** une situation où quelqu’un pourrait se reconnaître.

Une précision que l’on nous demande souvent : la règle de partage d’un fil décide de qui peut le lire. « Réseau », ce sont tous les membres ; « espace », celles et ceux de l’espace seulement, et rien n’en est cité ailleurs. Choisissez-la en posant la question ; on peut ensuite la rendre plus stricte.`,
      reactions: { useful: ['ousmane', 'mariam', 'genevieve'] },
    },
    {
      author: 'ziad',
      language: 'ar',
      daysAgo: 45,
      at: '10:15',
      body: `وبالعربية باختصار: اذكروا سياق مدينتكم، واكتبوا بلغتكم، وحدّثونا عمّا أخفق كما تحدثوننا عمّا نجح، ولا تصفوا **أبدًا** حالة يمكن أن يُعرف صاحبها.

وإن انتبهتم إلى أن مشاركة لكم تكشف شخصًا من غير قصد، فعدّلوها أو اسحبوها فورًا، ولا تقتبسوا مشاركة من هذا النوع ولو بحسن نية. نغلق هذا الإعلان أمام الردود كي يبقى قصيرًا؛ ومن كان لديه سؤال فليطرحه في موضوع جديد.`,
      reactions: { useful: ['leila', 'salwa', 'naima', 'munther'] },
    },
  ],
};
