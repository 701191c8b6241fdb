import type { StoryThread } from '../story-types.ts';

export const hoursForGirls: StoryThread = {
  key: 'hours-for-girls',
  space: 'youth',
  kind: 'question',
  title: 'هل جرّبتم ساعات مخصصة للفتيات في مركز الشباب؟ ومن اعترض؟',
  language: 'ar',
  sharing: 'network',
  themes: ['youth', 'women', 'public-space'],
  author: 'leila',
  asked: { daysAgo: 1, at: '18:20' },
  body: `مركز الشباب عندنا مفتوح للجميع على الورق، لكنّ ثمانية من كل عشرة يدخلونه فتيان. تقترح العاملات أن نخصص **مساءين في الأسبوع** للفتيات بين الخامسة عشرة والعشرين، مع مواصلات للعودة قبل الثامنة.

أخشى أمرين: أن يقول الفتيان إننا أخذنا مكانهم، وأن تقول الأسر إن بقية الأيام لم تعد تليق ببناتها.

- هل خصصتم ساعات، أم غيّرتم النشاط نفسه ليجذب الفتيات؟
- من اعترض، وماذا قلتم له؟
- كم فتاة بقيت تأتي بعد ستة أشهر؟`,
  posts: [],
};
