/** What programs that gather orders of several platforms call these, beside our names. */
export const GATHERED: Readonly<Record<string, string>> = {
  淘宝: 'taobao',
  天猫: 'taobao',
  淘宝天猫: 'taobao',
  京东: 'jd',
  拼多多: 'pinduoduo',
  抖音: 'douyin',
  抖店: 'douyin',
  放心购: 'douyin',
  快手: 'kuaishou',
  快手小店: 'kuaishou',
  小红书: 'xiaohongshu',
  有赞: 'youzan',
  微信小店: 'wechat',
  视频号小店: 'wechat',
  阿里巴巴: '1688',
  '1688': '1688',
};
