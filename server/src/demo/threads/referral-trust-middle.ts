import type { StoryPost } from '../story-types.ts';

/** Posts 17 to 31. */
export const referralTrustMiddle: StoryPost[] = [
  {
    author: 'sofia',
    language: 'en',
    daysAgo: 19,
    at: '17:20',
    body: `What a week. Two things I had not expected: almost nobody speaks about signs or training, and almost everybody speaks about what happens **after** the call.

So a question on that. At which moment do you ask for the parents' consent, and who asks? Our law says parents must know when a file is opened for a minor. Our youth workers say that the day this is known, the calls stop. Both are right.`,
    reactions: { talk: ['dilrukshi'] },
  },
  {
    author: 'marta',
    language: 'en',
    daysAgo: 18,
    at: '08:25',
    quotes: 17,
    quoteText: "At which moment do you ask for the parents' consent",
    body: `We separated two things that everybody mixes: **advice to the professional** and **help to the young person**.

Advice needs no consent, because there is no file: no name, no note that could identify anyone. The youth worker asks how to go on and gets an answer. Only when someone other than the youth worker is going to meet the young person do we ask, and the youth worker asks, not the office. First the young person, then the parents, in that order.

About one in five says no. Then we go on with advice only.`,
    reactions: { useful: ['sofia', 'amina', 'arben', 'dilrukshi'] },
  },
  {
    author: 'salwa',
    language: 'ar',
    daysAgo: 18,
    at: '10:50',
    body: `من جهة المدارس: المعلمون لا يملكون وقتًا لاجتماع ولا لاستمارة، لكنهم يملكون عشر دقائق في الاستراحة. خصصنا مرشدًا نفسيًا واحدًا لكل خمس مدارس، يزور كل مدرسة في اليوم نفسه من الأسبوع، ويجلس في قاعة المعلمين لا في مكتب المدير.

في الفصل الأول لم يكلمه أحد تقريبًا. وفي الفصل الثاني صار ينقصه الوقت. الدرس الذي خرجنا به: الثقة تحتاج إلى **موعد ثابت** أكثر مما تحتاج إلى دليل إجراءات.`,
    reactions: { useful: ['naima', 'leila', 'dilrukshi'] },
  },
  {
    author: 'dilrukshi',
    language: 'en',
    daysAgo: 18,
    at: '13:15',
    body: `With us teachers fear the parents more than the pupils. After one complaint to the ministry, an entire school stopped reporting anything, even bullying.

What helped a little: the head teacher is told **that** somebody from the school asked for advice, never who and never about whom. Heads agreed because they hate surprises; teachers agreed because their name is nowhere. It took five meetings, and one of the nine schools still says no. I would be glad to hear from anyone who has brought such a school around.`,
    reactions: { useful: ['salwa', 'sofia'] },
  },
  {
    author: 'arben',
    language: 'en',
    daysAgo: 17,
    at: '09:00',
    body: `I speak for an association, not for a city. Twelve of the forty people Sofia's city trained are ours. They are paid by project, they have no pension and no lawyer.

When the path was presented to us, the first question was not about trust at all. It was: *if a family takes me to court because I called you, who stands beside me?* Nobody in the room could answer.

A path that rests on people without protection asks a great deal of them. Please put that in your designs before the posters are printed.`,
    reactions: { useful: ['sofia', 'biljana', 'solene'] },
  },
  {
    author: 'liesbeth',
    language: 'en',
    daysAgo: 17,
    at: '11:30',
    quotes: 21,
    quoteText: 'who stands beside me?',
    body: `This was our missing page as well. It is now a letter of eleven lines, signed by the mayor and by the board of each association: who acts in good faith by the agreed steps is covered by the city's insurance and gets the city's lawyer, whoever pays the salary.

The insurer wanted 900 euros more a year. We argued for five months about a sum smaller than the catering of the launch event. {{member:arben}}, I can share the wording if it helps; it needs adapting to your law, of course.`,
    reactions: { useful: ['arben', 'solene', 'sofia'], tried: ['marta'] },
  },
  {
    author: 'delroy',
    language: 'en',
    daysAgo: 17,
    at: '15:40',
    body: `Coaches. In our communities a coach sees forty boys three evenings a week, and nobody had ever given him a number to call. We printed it **inside the team register**, where he looks at every training, not on a poster.

Thirty-one coaches, eleven calls in five months. Most were about hunger, or about a father who drinks. Two were about something darker. I do not think he would have learned of the two without answering the nine.`,
    reactions: { useful: ['luz', 'baraka'], tried: ['baraka'] },
  },
  {
    author: 'bagus',
    language: 'en',
    daysAgo: 16,
    at: '07:20',
    body: `How do you sort the boasting from the rest? Most of what our street workers hear is young men trying to sound dangerous. If everything is passed on we drown, and they stop telling us things. If nothing is, one day we are wrong.

Our present rule is poor: *tell someone if you would not sleep well tonight*. It works for experienced people. The new ones sleep badly every night for the first three months, and then too well.`,
    reactions: { talk: ['luz', 'marta'] },
  },
  {
    author: 'petra',
    language: 'en',
    daysAgo: 16,
    at: '09:45',
    body: `May I add a warning as a researcher? Please do not let anybody judge the path by the **number of referrals**. I have evaluated six of them. In the two where the number became a target it doubled within a year, and the share that led to any help fell from about half to a fifth.

More telling figures: days until the caller hears back; how many callers call a second time; how many calls end in advice only. A second call is the best measure of trust I know, and it costs nothing to count.`,
    reactions: { useful: ['liesbeth', 'amina', 'sofia'] },
  },
  {
    author: 'amina',
    language: 'en',
    daysAgo: 16,
    at: '12:30',
    quotes: 25,
    quoteText: 'A second call is the best measure of trust I know',
    body: `I have taken this to our team. We looked back: of 74 people who called in the last year, **41 called again**. Of the 33 who did not, nine had called the same person on the same Friday, when she was ill and the telephone rang in an empty room.

So the measure works. It also hurts. From this month three numbers go to our committee: median days to hear back (6), second callers (55 %), and evenings without an answer (too many).`,
    reactions: { useful: ['petra', 'sofia', 'daniyar'] },
  },
  {
    author: 'baraka',
    language: 'en',
    daysAgo: 15,
    at: '06:50',
    body: `Small thing with a large effect: last week I heard back after **four days** about something I had passed on in the spring. Only that he is in a course, and that he asked about me.

I printed it in my head. Three colleagues called the same week because I told them about it over lunch.`,
    edited: {
      daysAgo: 15,
      at: '07:25',
      body: `Small thing with a large effect: last week I heard back, **four days** after I had asked, about something I passed on in the spring. Only that it is being looked after, and that I may go on as before. Nothing more, and I did not need more.

I told it over lunch, without any detail. Three colleagues called the same week.`,
    },
    reactions: { useful: ['amina', 'sofia'] },
  },
  {
    author: 'ousmane',
    language: 'fr',
    daysAgo: 15,
    at: '10:00',
    quotes: 8,
    quoteText: 'ماذا نفعل حين تكون الأسرة نفسها مصدر الخطر؟',
    body: `Question décisive, et merci de l’avoir posée. Nous n’avons pas de bonne réponse, seulement une règle : quand l’éducateur dit que la famille est le danger, **personne n’appelle la famille** avant une réunion de trois personnes dans les deux jours. Protection de l’enfance, référente, éducateur.

Cela nous est arrivé peu de fois. À chaque fois, la vraie difficulté était ailleurs : où dormir le soir même. Sans solution d’hébergement, la plus belle procédure n’est qu’un papier.`,
    reactions: { useful: ['leila', 'naima'] },
  },
  {
    author: 'leila',
    language: 'ar',
    daysAgo: 14,
    at: '08:40',
    body: `شكرًا يا {{member:ousmane}}. مسألة المبيت هي بالضبط حيث نتعثر. لدينا اتفاق مع جمعيتين، لكنّ إحداهما لا تقبل من تجاوز السادسة عشرة، والأخرى تطلب ورقة من ولي الأمر.

ما نجرّبه منذ شهرين: قائمة قصيرة من **الأقارب الموثوقين** تُعدّ مسبقًا مع كل شاب في المركز عند التسجيل، بعبارة محايدة: «بمن نتصل إذا تعذّر علينا الوصول إلى بيتك؟». لا أحد يستغرب السؤال، وقد أفادنا مرتين حتى الآن.`,
    reactions: { useful: ['ousmane', 'naima', 'salwa'] },
  },
  {
    author: 'naima',
    language: 'ar',
    daysAgo: 14,
    at: '11:15',
    body: `أودّ أن أضيف تجربة متواضعة: استعنّا بوسيطات من جمعيات نسائية في الأحياء، تعرفهنّ الأمهات قبل أن تعرفنا نحن. حين تكون الأسرة جزءًا من المشكلة، لا تكون الأسرة كلها كذلك في الغالب؛ هناك جدة أو خالة يمكن الحديث معها.

لكن لا تحمّلوهنّ أكثر من طاقتهنّ. طلبت اثنتان من ثماني وسيطات التوقف بعد السنة الأولى، لأن الجيران صاروا يسمونهنّ «عيون البلدية». منذ ذلك الحين لا نذكرهنّ في أي منشور.`,
    reactions: { useful: ['leila', 'ousmane'] },
  },
  {
    author: 'marcus',
    language: 'en',
    daysAgo: 13,
    at: '19:20',
    body: `On family as the risk: for us that is child protection, full stop, and it has its own door with its own law. The lesson was to say so **at the first call**, and not after two weeks of kind conversation: "From here I must pass it on, and I will tell you each step."

Youth workers told us they can live with a rule they know beforehand. What they cannot forgive is learning of it afterwards from the family.`,
    reactions: { useful: ['liesbeth'] },
  },
];
