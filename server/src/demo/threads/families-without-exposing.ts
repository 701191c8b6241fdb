import type { StoryThread } from '../story-types.ts';

export const familiesWithoutExposing: StoryThread = {
  key: 'families-without-exposing',
  space: 'returning-families',
  kind: 'question',
  title: 'Comment parler aux familles de retour sans les exposer ?',
  language: 'fr',
  sharing: 'space',
  themes: ['returning-families', 'schools', 'mental-health'],
  author: 'hatem',
  asked: { daysAgo: 11, at: '09:35' },
  body: `Plusieurs familles vont se réinstaller dans la ville dans les prochains mois. Je ne parlerai ici d’aucune d’elles, seulement de la méthode, et je vous demande la même chose.

Notre difficulté est très simple : **toute visite les désigne**. Une voiture de la commune devant l’immeuble, une assistante sociale qui demande un étage, un enfant inscrit en cours d’année, et le voisinage comprend. La famille ferme alors la porte, et nous perdons le seul lien qui restait.

Comment vous y prenez-vous pour le premier contact, l’école et le médecin ?`,
  reactions: { useful: ['clarisse', 'naima'] },
  posts: [
    {
      author: 'leila',
      language: 'ar',
      daysAgo: 11,
      at: '12:10',
      body: `سؤال في محله، وأشكرك على التنبيه إلى عدم ذكر الحالات. القاعدة عندنا: **لا زيارة منزلية أولى أبدًا**. يكون اللقاء الأول في مكان يقصده الجميع لألف سبب: المستوصف، أو مكتب القيد، أو مركز توزيع الكتب المدرسية.

والعاملة التي تلتقي الأم هي نفسها التي تلتقي عشرات الأمهات في ذلك الأسبوع، من دون ملف بلون مختلف ولا غرفة خاصة. استغرق إقناع الجهات الأخرى بالتخلي عن الزيارة أكثر من سنة، ولا تزال جهة واحدة غير مقتنعة.`,
      reactions: { useful: ['hatem', 'naima', 'clarisse', 'sofia'], tried: ['amina'] },
    },
    {
      author: 'marta',
      language: 'en',
      daysAgo: 10,
      at: '08:20',
      body: `What we learned about **school**: the child does not start alone. Each autumn and each January a small group of children who have moved for any reason begins together: divorce, new job, another country. Eight to twelve children, three weeks, ordinary teachers. Ours was never mentioned to anybody as being for returning families, since it is not.

It needs a head teacher who can keep her mouth shut. I mean this as a selection criterion. We chose two schools out of eleven on that ground alone.`,
      reactions: { useful: ['hatem', 'leila'] },
    },
    {
      author: 'aijarkyn',
      language: 'en',
      daysAgo: 9,
      at: '05:50',
      body: `I write as a mayor, and briefly. The mistake was mine. I wanted to show that the city receives its people with dignity, so I spoke about it in public, with no names and no numbers. Within two days neighbours were counting who had come.

Since then the rule is that **the city says nothing**, neither good nor bad, and the grandmothers' committees do the welcoming as they do for any new family: bread, tea, and questions that are none of our business.`,
      reactions: { useful: ['hatem', 'sofia'] },
    },
    {
      author: 'naima',
      language: 'ar',
      daysAgo: 8,
      at: '14:05',
      quotes: 3,
      quoteText: 'the child does not start alone',
      body: `هذه الفكرة قابلة للتطبيق عندنا حتى من دون ميزانية؛ فالانتقال بين المدارس في يناير أمر شائع لأسباب كثيرة. أضيف نقطة عن **الصحة النفسية**: حين عرضنا على الأمهات جلسات دعم نفسي رفضت كلهن تقريبًا، وحين عرضنا «ساعة للأمهات» في المستوصف مع ممرضة واختصاصية، حضرت الأغلبية.

الكلمة على الباب تغيّر كل شيء. لا نكتب «نفسي» ولا «إعادة إدماج»، بل نكتب يوم اللقاء وساعته.`,
      reactions: { useful: ['leila', 'hatem'] },
    },
    {
      author: 'hatem',
      language: 'fr',
      daysAgo: 7,
      at: '10:15',
      body: `Merci à tous. Je retiens trois choses : pas de première visite à domicile, un petit groupe de rentrée qui n’est *réellement* pas réservé à ces enfants, et le silence de la ville comme politique assumée.

Il me reste un point difficile. Chez nous, quatre services ont chacun leur liste. Chacun la protège bien, mais **quatre listes, c’est quatre fuites possibles**. Quelqu’un a-t-il réussi à n’en garder qu’une, et qui la tient ?`,
      reactions: { useful: ['leila', 'marta', 'naima', 'aijarkyn'] },
    },
    {
      author: 'clarisse',
      language: 'fr',
      daysAgo: 6,
      at: '08:45',
      body: `Rappel bienveillant de l’animation : ce fil reste remarquable parce que personne n’y a décrit une famille. Continuons ainsi ; un âge, un quartier et un mois suffisent parfois à reconnaître quelqu’un.

Sur les listes, {{member:sofia}} et {{member:amina}} avaient abordé la question lors d’un échange précédent. Si l’une de vous peut dire ici comment la ville s’est organisée, **sans chiffres**, cela aiderait certainement {{member:hatem}}.`,
      reactions: { useful: ['hatem'] },
    },
    {
      author: 'sofia',
      language: 'en',
      daysAgo: 5,
      at: '11:30',
      body: `We got from four lists to one, and the one is on paper. It is held by a paediatric nurse, because she is bound by medical secrecy and because no meeting can order her to open the drawer. The other services bring her a question, and she answers it: *is somebody already in touch, yes or no?* Nothing else.

Two services protested that they could not plan like this. They could. What they could no longer do was **talk about it in the corridor**.`,
      reactions: { useful: ['hatem', 'clarisse', 'leila'] },
    },
  ],
};
