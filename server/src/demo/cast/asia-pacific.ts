import type { CastMember } from '../cast-types.ts';

export const asiaPacific = {
  rumana: {
    name: 'Rumana Afroz Sikder',
    institution: 'chattogram',
    seat: 'policy-officer',
    languages: ['bn', 'en'],
    locale: 'en',
    timeZone: 'Asia/Dhaka',
    sentence: {
      en: 'Find your own question among those that nobody has answered yet.',
      fr: 'Retrouvez votre question parmi celles qui attendent encore une réponse.',
      ar: 'اعثر على سؤالك بين الأسئلة التي لم يُجب عنها أحد بعد.',
    },
  },
  dilrukshi: {
    name: 'Dilrukshi Weerakkody',
    institution: 'kandy',
    seat: 'education',
    languages: ['si', 'ta', 'en'],
    locale: 'en',
    timeZone: 'Asia/Colombo',
    sentence: {
      en: 'Join the discussion on schools, and ask to be admitted to a restricted space.',
      fr: 'Participez aux échanges sur l’école, et demandez l’admission à un espace restreint.',
      ar: 'شارك في النقاش حول المدارس، واطلب الانضمام إلى مساحة مقيّدة.',
    },
  },
  bagus: {
    name: 'Bagus Prawirodirjo',
    institution: 'surakarta',
    seat: 'practitioner',
    languages: ['id', 'jv', 'en'],
    locale: 'en',
    timeZone: 'Asia/Jakarta',
    sentence: {
      en: 'See what changed since you last looked, in the threads you follow and nowhere else.',
      fr: 'Voyez ce qui a changé depuis votre dernière visite, dans les fils suivis et nulle part ailleurs.',
      ar: 'شاهد ما تغيّر منذ زيارتك الأخيرة، في المواضيع التي تتابعها دون غيرها.',
    },
  },
  hinemoa: {
    name: 'Hinemoa Tuhiwai',
    institution: 'dunedin',
    seat: 'councillor',
    languages: ['en', 'mi'],
    locale: 'en',
    timeZone: 'Pacific/Auckland',
    sentence: {
      en: 'Ask as a councillor about harassment online, and edit a post with its history kept.',
      fr: 'Interrogez vos pairs, comme membre d’un conseil municipal, sur le harcèlement en ligne, et modifiez une contribution dont les versions antérieures restent lisibles.',
      ar: 'اسأل بصفتك عضوًا في المجلس البلدي عن المضايقة على الإنترنت، وعدّل مشاركة مع الاحتفاظ بتاريخها.',
    },
  },
  aijarkyn: {
    name: 'Айжаркын Төлөбекова',
    institution: 'osh',
    seat: 'mayor',
    languages: ['ky', 'ru', 'en'],
    locale: 'en',
    timeZone: 'Asia/Bishkek',
    sentence: {
      en: 'Sit at the Mayors’ table, a private space that others do not even see.',
      fr: 'Prenez place à la Table des maires, un espace privé que les autres ne voient même pas.',
      ar: 'اجلس إلى «طاولة رؤساء البلديات»، وهي مساحة خاصة لا يراها غير أعضائها.',
    },
  },
  daniyar: {
    name: 'Данияр Сейтқұлов',
    institution: 'shymkent',
    seat: 'policy-officer',
    languages: ['kk', 'ru', 'en'],
    locale: 'en',
    timeZone: 'Asia/Almaty',
    sentence: {
      en: 'Ask how to evaluate on a small budget, and compare the answers of several cities.',
      fr: 'Demandez comment évaluer avec un petit budget, et comparez les réponses de plusieurs villes.',
      ar: 'اسأل كيف يجري التقييم بميزانية صغيرة، وقارن أجوبة عدة مدن.',
    },
  },
} as const satisfies Record<string, CastMember>;
