/** 省、市、自治区 and large cities that stand before (or in brackets within) a company's name; 省 and 市 after them are optional. */
export const PLACES: readonly string[] = (
  '中国 北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 ' +
  '石家庄 唐山 保定 太原 大同 呼和浩特 包头 沈阳 大连 鞍山 长春 哈尔滨 大庆 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 张家港 江阴 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 义乌 台州 ' +
  '合肥 芜湖 蚌埠 马鞍山 福州 厦门 泉州 漳州 南昌 赣州 九江 济南 青岛 淄博 烟台 潍坊 威海 临沂 郑州 洛阳 新乡 武汉 宜昌 襄阳 长沙 株洲 湘潭 衡阳 广州 深圳 珠海 汕头 佛山 东莞 中山 惠州 江门 南宁 柳州 桂林 海口 三亚 ' +
  '成都 绵阳 贵阳 遵义 昆明 拉萨 西安 咸阳 宝鸡 兰州 西宁 银川 乌鲁木齐'
).split(' ');

/** How a kind of company is written. Two names whose kinds differ may be two companies; 有限公司 and 有限责任公司 are one kind. */
export const LEGAL_FORMS: readonly (readonly [form: string, endings: readonly string[]])[] = [
  ['shares', ['股份有限公司', '股份公司']],
  ['limited', ['有限责任公司', '有限公司', 'coltd', 'companylimited', 'limited', 'ltd', 'pteltd', 'ptyltd', 'pvtltd']],
  ['inc', ['incorporated', 'inc', 'corporation', 'corp']],
  ['llc', ['llc']],
  ['gmbh', ['gmbh', 'mbh']],
  ['ag', ['ag']],
  ['plc', ['plc']],
  ['sa', ['sa']],
  ['sarl', ['sarl']],
  ['bv', ['bv']],
  ['nv', ['nv']],
  ['srl', ['srl']],
  ['spa', ['spa']],
  ['company', ['公司', 'company', 'co']],
];

/** Words for a group of companies. */
export const GROUP_WORDS: readonly string[] = ['集团', 'group', 'holdings'];

/** A name that says no more than this is no name of a company: 「客户」, 「test」. */
export const EMPTY_NAMES: readonly string[] = ['客户', '散客', '其他', '其它', '未知', '个人', '零售', '现金', 'unknown', 'other', 'others', 'none', 'test', 'customer', 'retail', 'cash', 'na'];
