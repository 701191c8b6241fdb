import type { StoryThread } from '../story-types.ts';

export const rumoursFirstHours: StoryThread = {
  key: 'rumours-first-hours',
  space: 'online-harms',
  kind: 'discussion',
  title: 'الشائعات في الساعات الأولى بعد أزمة: متى ترد البلدية، ومتى تسكت؟',
  language: 'ar',
  sharing: 'network',
  themes: ['crisis-communication', 'online-harms'],
  author: 'salwa',
  asked: { daysAgo: 9, at: '09:15' },
  body: `أفتح هذا النقاش بعد تمرين أجريناه على الورق: خبر كاذب عن اعتداء قرب مدرسة، ينتشر في مجموعات الأولياء خلال **أربعين دقيقة**. في التمرين احتجنا إلى ثلاث ساعات وعشرين دقيقة لننشر أول جملة، لأن سبعة أشخاص كان عليهم أن يوافقوا عليها.

لا أبحث عن وصفة، بل عن تجاربكم: من يملك حق النشر من دون إذن؟ وماذا تقولون حين لا تعرفون بعدُ ماذا جرى؟ وهل ندمتم يومًا على رد كان السكوت خيرًا منه؟`,
  reactions: { useful: ['leila', 'munther', 'naima', 'rumana'] },
  posts: [
    {
      author: 'munther',
      language: 'ar',
      daysAgo: 9,
      at: '11:50',
      body: `خفّضنا عدد الموافقات من ستة إلى **واحدة**، بشرط أن يكون النص من ثلاث جمل مكتوبة سلفًا، لا يُملأ فيها إلا المكان والساعة:

1. بلغنا ما يُتداول بشأن كذا.
2. ما نعرفه حتى هذه الساعة هو كذا، وما لا نعرفه هو كذا.
3. سنعود إليكم في تمام الساعة كذا، ولو لم يكن لدينا جديد.

الجملة الثالثة هي الأهم. في المرة الوحيدة التي تأخرنا فيها عشر دقائق عن الموعد خسرنا كل ما ربحناه بالسرعة.`,
      reactions: { useful: ['salwa', 'naima', 'leila'], tried: ['salwa'] },
    },
    {
      author: 'leila',
      language: 'ar',
      daysAgo: 8,
      at: '10:30',
      body: `عندنا لا تنفع الصفحة الرسمية؛ فالناس في مجموعات مغلقة يتبادلون رسائل صوتية. ما نجح هو **قائمة من ثلاثين شخصًا** يثق بهم جيرانهم: صيدلانية، وخباز، ومعلمة متقاعدة، وسائق حافلة. نرسل إليهم الجملة صوتًا لا كتابة، بصوت واحد معروف، فيعيدون إرسالها من دون تعليق.

الشرط الذي وضعوه هم: ألّا نطلب منهم شيئًا في غير الأزمات، وألّا نسألهم أبدًا عمّن قال ماذا. التزمنا بذلك سنتين، ومن دونه لا قيمة للقائمة.`,
      reactions: { useful: ['salwa', 'munther', 'rumana'] },
    },
    {
      author: 'rumana',
      language: 'en',
      daysAgo: 8,
      at: '13:20',
      body: `Regret, since you ask for it. We once denied a rumour so quickly and so loudly that most people heard of it **from us**. It had been in two groups, perhaps four hundred people. After our denial it was in the evening news.

Our rule since then: below a certain spread we answer only where it is being said, by voice, through somebody in that group. Above it we answer publicly. The threshold is a guess, about 2,000 people. But having to guess it together makes us stop for five minutes.`,
      reactions: { useful: ['leila', 'salwa'] },
    },
    {
      author: 'genevieve',
      language: 'fr',
      daysAgo: 7,
      at: '20:15',
      quotes: 2,
      quoteText: 'سنعود إليكم في تمام الساعة كذا، ولو لم يكن لدينا جديد.',
      body: `Cette troisième phrase, je la vole. Nous l’avions sans l’heure : « nous reviendrons vers vous dès que possible ». Dès que possible, c’est ce que l’on dit quand on ne reviendra pas.

Ma contribution : séparer la personne qui **écrit** de celle qui **lit**. Pendant la crise, quelqu’un ne fait que lire les commentaires et note les questions qui reviennent. Toutes les heures, elle en donne trois à celle qui écrit. Sans cela, on répond toujours aux plus bruyants.`,
      reactions: { useful: ['munther', 'salwa'] },
    },
    {
      author: 'naima',
      language: 'ar',
      daysAgo: 6,
      at: '12:10',
      body: `أما متى نسكت، فعندي حالة واحدة واضحة: حين يكون في الشائعة **اسم شخص**. أي ردّ، ولو بالنفي، يثبّت الاسم في الأذهان. نكتفي حينها بالقول إن الجهات المختصة على علم، ونتصل بالشخص نفسه وأسرته قبل أي نشر، ونسألهم عمّا يحتاجون إليه الليلة.

وقد تعلمت أيضًا أن أترك هاتفي لغيري في تلك الساعات. كتبتُ مرة ردًا غاضبًا من حسابي الشخصي في منتصف الليل، وما زال يُذكَر.`,
      reactions: { useful: ['salwa', 'leila'] },
    },
    {
      author: 'salwa',
      language: 'ar',
      daysAgo: 3,
      at: '09:40',
      body: `أعدنا التمرين أمس بعد أن أخذنا بجمل {{member:munther}} الثلاث: **ثماني عشرة دقيقة** بدلًا من ثلاث ساعات وعشرين دقيقة. وما بطّأنا هذه المرة لم يكن الموافقات بل أننا لم نجد كلمة السر لصفحة البلدية في يوم عطلة.

ما زال السؤال عن العتبة التي ذكرتها {{member:rumana}} مفتوحًا. سأعرض في الأسبوع المقبل جدولًا صغيرًا بثلاث درجات، وأرجو ألّا ترحموه نقدًا.`,
      reactions: { useful: ['munther', 'naima', 'leila', 'rumana'] },
    },
  ],
};
