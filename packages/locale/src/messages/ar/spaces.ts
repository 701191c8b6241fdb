export default {
  access: {
    open: 'مفتوحة',
    restricted: 'مقيّدة',
    private: 'خاصة',
  },
  accessMeans: {
    open: 'يمكن لكل الأعضاء القراءة والانضمام.',
    restricted: 'يقبل فريق التيسير من يطلب الانضمام.',
    private: 'بالدعوة فقط، ولا يعلم الآخرون بوجودها.',
  },
  join: 'انضمام',
  request: 'طلب الانضمام',
  requested: 'طلب انضمامك قيد النظر',
  leave: 'مغادرة',
  joined: 'أنت في هذه المساحة',
  threads:
    '{count, plural, zero {لا مواضيع بعد} one {موضوع واحد} two {موضوعان} few {# مواضيع} many {# موضوعًا} other {# موضوع}}',
  unread:
    '{count, plural, zero {لا جديد} one {واحد فيه جديد} two {اثنان فيهما جديد} few {# فيها جديد} many {# فيها جديد} other {# فيها جديد}}',
};
