/** Openings that tie a sentence to the one before; they say nothing of their own and may go. */
export const CONNECTIVES =
  /^(?:此外|另外|不仅如此|与此同时|同时|而且|并且|因此|因而|所以|于是|然而|但是|不过|可是|而|但|且|并|也|还|更|则|其实|事实上|实际上|据了解|据悉|据介绍|总之|可见|显然|值得一提的是|值得注意的是|特别是|尤其是|其中|首先|其次|再次|最后|随后|接着|之后|后来|由此|为此|对此|换言之|也就是说|具体来看|具体而言|数据显示|资料显示|统计显示)[，：]?/;

/** Adverbs that only link to what was said before (滨海还依托…). */
export const LINKING_ADVERB =
  /^(?:还|也|又|更|则|便|就|亦|同样|并|且|进而|从而|随之|随后|因此|因而|同时)(?=[\u3400-\u9fff“《A-Z\d])/;

const RELATIVE =
  '今年|去年|前年|明年|后年|本年度?|上年|近日|日前|昨日|昨天|今天|明天|当前|目前|眼下|如今|现阶段|现在|近期|近年来|近几年来?|过去[一二两三四五十几]年来?|[一二两三四五十]年来|一直以来|长期以来|当年|同年|当月|同月|当日|同日|本月|上月|今后|未来[一二两三五十几]?年?|次年|翌年|此前|此后|之前|之后';
/** Time words that mean nothing without knowing when the article was written. */
export const RELATIVE_TIME = new RegExp(RELATIVE);
/** Of these, the ones that point back into the text and cannot stand in a stem at all. */
export const POINTING_TIME =
  /是年|该年|当年|同年|当月|同月|当日|同日|次年|翌年|此前|此后|这[一]?年|那[一]?年|那时|这时|届时|当时/;

const YEAR = '(?:公元前?)?(?:\\d{4}|[一二][零〇○一二三四五六七八九]{3})年';
export const LEADING_TIME = new RegExp(
  `^(?:截至|截止到?|到|自|从|在|早在|于)?(?:(?:清|明|元|宋|唐|民国)?[\\u3400-\\u9fff]{0,2}[元一二三四五六七八九十]{1,3}年（(?:公元)?\\d{3,4}年）|${YEAR}(?:来|间)?(?:初|底|末|中|年中)?(?:\\d{1,2}月(?:份|\\d{1,2}日|初|底|中旬|上旬|下旬)?)?(?:上半年|下半年|第?[一二三四]季度|前\\d{1,2}个月|春|夏|秋|冬|春天|夏天|秋天|冬天)?|\\d{4}[—–~-]\\d{4}年(?:间|期间)?|${YEAR}[至到](?:${YEAR})|\\d{1,2}月(?:份|\\d{1,2}日|初|底|中旬|上旬|下旬)?|“?十[一二三四五]五”?(?:时期|期间|以来|末|初)?|${RELATIVE})(?:全?国?两会上|以来|起|前|后|期间|时)?(?:，|,)?`,
);

/** Words of a call, a wish or a judgement: such a sentence states no fact of its own. */
export const OPINION =
  /应该|应当|必须|务必|不应|不该|不妨|何必|岂能|难道|不得不|要想|只有.{0,20}才|与其|宁可|我想|我觉得|我以为|令人|让人|可惜|值得深思|何尝|无疑|恐怕|或许|也许|大概是|可能会|[吗呢吧啊]$/;
/** Words of a plan or target. */
export const PLAN = /计划|力争|预计|将(?!近|军|士|领)|目标|拟|争取|规划|到20\d\d年/;

/** A stem with one of these leans on text the learner does not see. */
export const PRONOUN =
  /他们|她们|它们|他(?!国|人|乡|山|们)|她|(?<!其)它|(?<!应)该(?!怎|如何|做)|此(?!外|次|前|后|类|举)|这|那(?!么)|我(?!国)|咱|您|你|贵公司|本公司|本市|本省|本报|笔者|上述|两者|二者|前者|后者|以上(?=[几各])|其(?!中|他|它|实|余|次|间)|(?<![企事])本(?:手册|文|章|节|课|书|标准|办法|规定|规范|条例|细则|报告|指南|公司|院|校|馆|厂|县|区|市|省|行|社)|彼/;
