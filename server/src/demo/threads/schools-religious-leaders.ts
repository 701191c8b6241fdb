import type { StoryThread } from '../story-types.ts';

export const schoolsReligiousLeaders: StoryThread = {
  key: 'schools-religious-leaders',
  space: 'local-prevention-networks',
  kind: 'question',
  title: 'كيف تُشركون الأئمة والمدارس معًا دون وصم أي مجموعة؟',
  language: 'ar',
  sharing: 'network',
  themes: ['schools', 'religious-leaders', 'multi-agency'],
  author: 'naima',
  asked: { daysAgo: 16, at: '10:10' },
  body: `طلبت منا ثلاث مدارس أن ندعو أئمة الحي إلى لقاء مع التلاميذ بعد شجار تبادلوا فيه عبارات تكفير. النية طيبة، لكنني مترددة: إن دعونا الأئمة وحدهم فكأننا نقول إن المشكلة دينية، وإن لم ندعهم قيل إننا نستبعدهم.

أسئلتي إلى من جرّب:

1. من يوجّه الدعوة: المدرسة أم البلدية أم طرف ثالث؟
2. ما موضوع اللقاء **المعلن**؟
3. كيف تتأكدون من أن تلميذًا بعينه لن يشعر بأن اللقاء عُقد من أجله؟`,
  reactions: { useful: ['salwa', 'munther', 'leila'], talk: ['salwa'] },
  posts: [
    {
      author: 'salwa',
      language: 'ar',
      daysAgo: 16,
      at: '13:30',
      body: `وقعنا في الخطأ الذي تخشينه. عُقد اللقاء الأول بعد الحادثة بأسبوع، وكان عنوانه «الدين والتسامح»، فنظر الجميع إلى الصف الأخير حيث يجلس تلميذان بعينهما. لم يتكلم أحد.

في السنة التالية غيّرنا ثلاثة أمور: صار اللقاء **دوريًا** في كل المدارس لا في المدرسة المعنية وحدها، وصار موضوعه «كيف نختلف؟»، وصار على المنصة أربعة: إمام، ومدرّبة كرة يد، وممرضة المدرسة، وشاب من الحي. لم يكن الإمام نجم اللقاء، وهذا ما أراحه هو أولًا.`,
      reactions: { useful: ['naima', 'munther', 'leila', 'dilrukshi'], tried: ['leila'] },
    },
    {
      author: 'ousmane',
      language: 'fr',
      daysAgo: 15,
      at: '09:45',
      body: `Même prudence chez nous. Nous ne disons plus « rencontre avec les religieux » mais « **les adultes du quartier** », et c’est littéralement vrai : l’imam, le curé, la tailleuse, l’entraîneur. Chacun répond à la même question : *qu’avez-vous fait le jour où vous avez eu honte de vous ?*

L’invitation part de l’association de parents. Si elle part de la mairie, on cherche le motif. Si elle part de l’école, les parents craignent une sanction. Cela demande six semaines de préparation au lieu de deux.`,
      reactions: { useful: ['naima', 'salwa', 'liesbeth'] },
    },
    {
      author: 'bagus',
      language: 'en',
      daysAgo: 14,
      at: '06:40',
      body: `We have religious teachers of four faiths on our list, and the most useful rule was an unexpected one: **nobody speaks about his own religion**. Each one explains something that he learned from a neighbour of another faith. It takes away the sermon, and also the competition.

About stigma: we hold it in every school of the district in the same month, by alphabet. A school that asks for it urgently has to wait its turn, and gets a youth worker for the meantime.`,
      reactions: { useful: ['naima', 'salwa'] },
    },
    {
      author: 'liesbeth',
      language: 'en',
      daysAgo: 14,
      at: '10:30',
      quotes: 2,
      quoteText: '«كيف نختلف؟»',
      body: `"How do we disagree?" is a far better title than any of ours. I read this through translation, so correct me if I miss a shade.

We found that pupils open up when the adults **disagree with each other** in front of them, politely and about something real. Once two of our guests argued for ten minutes about whether shops should close on feast days. The evaluation forms of 60 pupils mention this scene more than everything else together.`,
      reactions: { useful: ['salwa', 'naima'] },
    },
    {
      author: 'munther',
      language: 'ar',
      daysAgo: 12,
      at: '11:00',
      quotes: 1,
      quoteText: 'من يوجّه الدعوة: المدرسة أم البلدية أم طرف ثالث؟',
      body: `جرّبنا الثلاثة. دعوة البلدية جلبت الكاميرات، ودعوة المدرسة جلبت القلق، فاستقر الأمر على **مجلس أولياء الأمور** ومعه المكتبة العامة بوصفها مكانًا محايدًا. تكلفة اللقاء الواحد نحو 150 دينارًا، ومعظمها للحافلات.

أما الكاميرات فقد منعناها بقرار مكتوب. احتج مكتب الإعلام عندنا أسبوعين، ثم فهم حين رأى أن الحضور تضاعف في اللقاء الثاني الذي لم تُنشر له صورة واحدة.`,
      reactions: { useful: ['naima', 'leila'] },
    },
    {
      author: 'naima',
      language: 'ar',
      daysAgo: 9,
      at: '12:20',
      body: `شكرًا للجميع. هذا ما خرجتُ به وسأعرضه على المدارس الثلاث:

- لقاء دوري في **كل** مدارس المقاطعة بحسب الترتيب الأبجدي، لا في المدارس الثلاث وحدها
- الدعوة من جمعية الآباء، والمكان هو المكتبة
- أربعة ضيوف، وسؤال واحد للجميع، ولا كاميرات

بقي عندي سؤال {{member:bagus}} معكوسًا: ماذا تقولون للمدرسة التي تنتظر دورها والمشكلة فيها ساخنة اليوم؟`,
      reactions: { useful: ['salwa', 'munther', 'bagus', 'ousmane'] },
    },
    {
      author: 'bagus',
      language: 'en',
      daysAgo: 8,
      at: '07:15',
      body: `{{member:naima}}, we tell her the truth: that a big meeting now would make it worse, and that two people will come **tomorrow** for the teachers, not for the pupils. They sit in the staff room during both breaks for a week. Teachers mostly want to know what they may say in class and whether anybody will defend them if a parent complains.

In four of five urgent requests the school did not want the big meeting any more after that week.`,
      reactions: { useful: ['naima'] },
    },
  ],
};
