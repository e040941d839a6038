/**
 * Chinese family names, by which a person's name is told from a nickname. Simplified and traditional; without rare ones
 * that nicknames begin with.
 */

const COMPOUND = `欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 夏侯 司徒 尉迟 尉遲 皇甫 公孙 公孫 慕容 令狐 东方 東方 轩辕 軒轅 长孙 長孫 宇文 独孤 獨孤 南宫 南宮 西门 西門
  端木 呼延 闻人 聞人 赫连 赫連 澹台 濮阳 濮陽 淳于 单于 單于 太史 申屠 钟离 鍾離 拓跋 东郭 東郭 司空 万俟 公冶 宗政 鲜于 鮮于 闾丘 仲孙 亓官
  左丘 梁丘 南门 纳兰 納蘭 完颜 完顏 叶赫 那拉`;

const SINGLE = `王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙
  史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛
  靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池
  查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储栗燕楚鄢劳谌奚粟冼蔺楼盘闻位厉伊仝区郜阚权帅屠朴盖练廉禹祖漆丰支卿狄平索宣晋容敬来扈晁芮都普阙浦
  戈伏薄邸雍辜乌裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕亢嵇湛宾戎勾茅利干尉冶檀阴昝智奉植衡尧
  張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇呂盧鍾譚陸範賈韋鄒閆龍顧賀龔萬錢嚴湯溫齊喬龐顏莊聶魯關蘭寧紀畢單塗藍鮑華饒時農繆簡車項連蘆麥婁竇黨宮費衛應閔鄔邊師欒榮叢
  鞏鄺談荊樂儲勞諶藺樓聞厲區闞權帥蓋練豐晉來闕烏況鮮諾戰賓幹陰堯`;

const compound = new Set(COMPOUND.trim().split(/\s+/));
const single = new Set(SINGLE.replace(/\s+/g, ''));

/** At the beginning of a name; undefined where it begins with none. A compound one goes first. */
export function chineseSurname(name: string): string | undefined {
  const two = name.slice(0, 2);
  if (compound.has(two)) return two;
  const one = name.slice(0, 1);
  return single.has(one) ? one : undefined;
}
