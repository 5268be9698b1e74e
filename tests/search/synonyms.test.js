// Questions in Chinese, Japanese and Korean, on the real index and the real synonyms.

import assert from "node:assert/strict"
import { test } from "node:test"

import { bySign, meant } from "../../docs/assets/search/synonyms.js"
import { ask, index, load } from "./facts.js"

// a question -> the code that Enter opens: it alone says all of it
/** @type {Record<string, string>} */
const OPENED = {
  "access_token过期了怎么办": "wechat/42001/",
  "缺少appid": "wechat/41002/",
  "appid不正确": "wechat/40013/",
  "appsecret错误": "wechat/40125/",
  "refresh_token无效": "wechat/40030/",
  "模板id不正确": "wechat/40037/",
  "模板ID無效": "wechat/40037/",
  "系统繁忙": "wechat/-1/",
  "菜单按钮数量不对": "wechat/40023/",
  "子菜单按钮名称长度错误": "wechat/40025/",
  "个性化菜单太多": "wechat/65305/",
  "不合法的媒体文件类型": "wechat/40004/",
  "视频文件大小不合法": "wechat/40011/",
  "文本消息内容为空": "wechat/44004/",
  "群发次数用完 没有群发配额": "wechat/45028/",
  "微信 日期格式不对": "wechat/61500/",
  "oauth code过期": "wechat/42003/",
  "code已经被使用": "wechat/40163/",
  "分组名字太长": "wechat/45017/",
  "分组数量过多": "wechat/45018/",
  "json格式错误": "kakaotalk/3023/",
  "签名错误": "fresns/31302/",
  "簽名過期": "fresns/31303/",
  "手机号已被使用": "fresns/34206/",
  "邮箱格式不正确": "fresns/34101/",
  "密码长度不对": "fresns/34105/",
  "用户名已被占用": "fresns/35105/",
  "昵称包含敏感词": "fresns/35110/",
  "没有权限上传图片": "fresns/36109/",
  "沒有權限上傳影片": "fresns/36110/",
  "不能给自己发私信": "fresns/36603/",
  "评论功能已关闭": "fresns/38108/",
  "内容审核中 不能编辑": "fresns/38101/",
  "验证码错误或过期": "fresns/33203/",
  "시크릿 키가 유효하지 않습니다": "kakaotalk/-1001/",
  "버튼 파라미터가 유효하지 않음": "kakaotalk/-2018/",
  "발신 프로필 그룹이 존재하지 않음": "kakaotalk/-1010/",
  "발신번호가 유효하지 않습니다": "kakaotalk/-1003/",
  "이미 존재하는 템플릿 코드": "kakaotalk/-3001/",
  "조회 기간이 잘못되었습니다": "kakaotalk/-4100/",
  "파일 확장자가 잘못됨": "kakaotalk/-4009/",
  "발송 가능한 시간이 아님": "kakaotalk/3022/",
  "이미지 업로드 실패": "kakaotalk/-8010/",
  "서명 만료": "fresns/31303/",
  "닉네임 길이 오류": "fresns/35108/",
  "지갑 비밀번호가 틀림": "fresns/34502/",
  "액세스 토큰 만료": "wechat/42001/",
  "위챗 메뉴 버튼 개수 오류": "wechat/40023/",
  "リフレッシュトークンの期限切れ": "wechat/42002/",
  "署名エラー": "fresns/31302/",
  "署名の有効期限切れ": "fresns/31303/",
  "ユーザー名の長さが不正": "fresns/35103/",
  "投稿は公開後に編集できません": "fresns/36305/",
  "システムが混雑しています": "wechat/-1/",
  "予約日が過去です": "kakaotalk/-2025/",
  "ファイルの拡張子が無効": "kakaotalk/-4009/",
}

// a question -> the code that stands first; others say as much, so Enter opens none
/** @type {Record<string, string>} */
const FIRST = {
  "openid无效": "wechat/40003/",
  "openid 不合法怎么处理": "wechat/40003/",
  "access_token无效": "wechat/40014/",
  "缺少access_token参数": "wechat/41001/",
  "没有接口权限": "wechat/48001/",
  "接口没有权限，提示未授权": "wechat/48001/",
  "不在ip白名单": "wechat/40164/",
  "IP白名單設定錯誤": "wechat/40164/",
  "接口调用频率超过限制": "wechat/45009/",
  "每日调用次数达到上限": "wechat/45009/",
  "用户未关注公众号": "wechat/43004/",
  "对方不是好友": "wechat/43004/",
  "系統繁忙，請稍後再試": "wechat/-1/",
  "菜单不存在": "wechat/46003/",
  "标题太长": "wechat/45003/",
  "链接长度不合法": "wechat/40039/",
  "url域名不合法": "wechat/40048/",
  "这个客服账号已存在": "wechat/61453/",
  "客服帐号名含有非法字符": "wechat/61455/",
  "日期格式错误": "wechat/61500/",
  "必须用https": "wechat/43003/",
  "违规内容 敏感": "wechat/87014/",
  "账号不存在": "fresns/34301/",
  "余额不足": "fresns/34504/",
  "密碼錯誤": "fresns/35204/",
  "账号未登录": "fresns/31501/",
  "小组已被封禁": "fresns/37101/",
  "草稿箱已满": "fresns/38106/",
  "发布太快": "fresns/36119/",
  "实名认证后才能发布": "fresns/36108/",
  "메시지 내용이 템플릿과 일치하지 않음": "kakaotalk/3016/",
  "템플릿을 찾을 수 없습니다": "kakaotalk/3033/",
  "템플릿이 존재하지 않아요": "kakaotalk/3033/",
  "수신자가 카카오톡 사용자가 아님": "kakaotalk/3019/",
  "발신 프로필을 찾을 수 없음": "kakaotalk/3042/",
  "삭제된 발신 프로필": "kakaotalk/3043/",
  "유효하지 않은 앱키": "kakaotalk/-1000/",
  "메시지가 비어 있음": "kakaotalk/3013/",
  "전화번호 오류": "kakaotalk/3008/",
  "이미 등록된 발신 프로필": "kakaotalk/-1004/",
  "템플릿 파라미터 오류": "kakaotalk/-3324/",
  "날짜 형식이 잘못됨": "wechat/61500/",
  "파일 크기 초과": "kakaotalk/-4007/",
  "동영상 URL이 잘못됨": "kakaotalk/-3218/",
  "쿠폰 필수 값 누락": "kakaotalk/-3314/",
  "캐러셀 템플릿 불일치": "kakaotalk/3053/",
  "계약 정보를 찾을 수 없음": "kakaotalk/3048/",
  "발송 결과를 찾을 수 없습니다": "kakaotalk/3056/",
  "중복 메시지": "kakaotalk/e915/",
  "요청 본문에 이름이 없음": "kakaotalk/1004/",
  "080 수신거부 번호가 잘못됨": "kakaotalk/-3340/",
  "계정 비밀번호가 일치하지 않습니다": "fresns/34304/",
  "댓글을 수정할 수 없습니다": "fresns/36306/",
  "発信者プロフィールが無効": "kakaotalk/1003/",
  "テンプレートが見つからない": "kakaotalk/3033/",
  "メッセージが空です": "kakaotalk/3013/",
  "メッセージの長さ制限エラー": "kakaotalk/3014/",
  "無効なアプリキー": "kakaotalk/-1000/",
  "ボタンがテンプレートと一致しません": "kakaotalk/3027/",
  "アクセストークンが無効": "wechat/40014/",
  "画像ファイルのサイズが不正": "wechat/40009/",
  "アカウントが存在しません": "fresns/34301/",
  "パスワードが間違っている": "fresns/35204/",
  "残高が足りません": "fresns/34504/",
  "ユーザーがログインしていません": "fresns/31601/",
  "電話番号の形式が正しくない": "fresns/34102/",
  "メニューが存在しない": "wechat/46003/",
  "送信者がブロックされている": "kakaotalk/3044/",
  "カルーセルの画像がない": "kakaotalk/-3207/",
  "クーポンのタイトルが無効": "kakaotalk/-3315/",
  "コメント機能が無効になっている": "fresns/38211/",
}

// a question -> codes that stand among the first three
/** @type {Record<string, string[]>} */
const AMONG = {
  "发送频率超限": ["wechat/45028/"],
  "多媒体文件为空": ["wechat/44001/"],
  "需要使用GET请求": ["wechat/43001/"],
  "文件数量超过限制": ["fresns/36115/"],
  "차단된 채널": ["kakaotalk/1021/", "kakaotalk/1022/"],
  "메시지 길이 초과": ["kakaotalk/3014/"],
  "버튼 타입이 잘못되었습니다": ["kakaotalk/-3014/"],
  "승인되지 않은 템플릿": ["kakaotalk/-4028/"],
  "시스템 점검 중": ["kakaotalk/9998/"],
  "テンプレートが一致しない": ["kakaotalk/3016/"],
}

// Texts about something else that find nothing at all.
const NOTHING = [
  "今天天气怎么样",
  "我要退款",
  "明天下雨吗",
  "附近有什么好吃的餐厅",
  "你好，在吗",
  "帮我写一首诗",
  "我想买一台新手机",
  "周末一起去看电影吧",
  "这个周末有时间吗",
  "謝謝你的幫忙",
  "我的快递怎么还没到",
  "怎么做红烧肉",
  "请问几点开门",
  "我忘记密码了",
  "朋友圈怎么发照片",
  "手机号怎么换",
  "오늘 날씨 어때",
  "환불해 주세요",
  "점심 뭐 먹을까",
  "안녕하세요 반갑습니다",
  "주말에 영화 보러 갈래요?",
  "배송이 언제 오나요",
  "이름을 바꾸고 싶어요",
  "今日の天気は",
  "返金してください",
  "美味しいラーメン屋を教えて",
  "こんにちは、元気ですか",
  "明日の会議は何時ですか",
  "電車が遅れています",
  "新しい携帯電話を買いました",
  "冰箱温度不正确",
  "系统学习数学",
  "草稿箱在哪里",
  "你们客服电话是多少",
  "我的钱包丢了",
  "今天公司系统升级了吗",
  "帮我把这段话翻译成英文",
  "小程序怎么开发",
  "手机屏幕碎了怎么办",
  "这个视频真好看",
  "老师说作业太长了",
  "我的朋友拒绝了我",
  "我不喜欢这个颜色",
  "会议取消了",
  "오늘 회의 취소됐어요",
  "지갑을 잃어버렸어요",
  "제목이 뭐예요",
  "서버 개발자 채용",
  "テンプレートの作り方",
  "メニューを見せてください",
  "画像を送る方法",
  "予約をキャンセルしたい",
  "システムエンジニアになりたい",
  "クーポンはどこで使えますか",
  "番号を教えて",
]

// Texts about something else in words of the field: Enter opens nothing for them.
const OPENS_NOTHING = [
  "친구한테 사진 보내는 방법",
  "写真を友達に送りたい",
  "他的名字太长了我记不住",
  "这家店不支持信用卡支付",
  "飞机票已经过期了吗",
  "영화 시간이 초과됐어",
  "その本は見つからない",
  "群里发的视频太长了",
  "如何发送模板消息",
  "怎么获取access_token",
  "怎么创建自定义菜单",
  "如何上传图片",
  "怎么修改密码",
  "怎么注册账号",
  "文件打不开怎么办",
  "템플릿 등록 방법",
  "비밀번호 변경하는 방법",
  "친구 추가 어떻게 해요",
  "사진 파일이 커요",
  "이 영상 너무 길어요",
  "パスワードを変更したい",
  "財布をなくした",
  "この動画は長すぎる",
]

/** @param {string} text */
async function firstThree(text) {
  const { results, enter } = await ask(text)
  return { three: results.slice(0, 3).map(({ location }) => location), enter }
}

for (const [text, code] of Object.entries(OPENED)) {
  test(`a question opens the one code that says all of it: ${text}`, async () => {
    const { three, enter } = await firstThree(text)
    assert.equal(three[0], code)
    assert.equal(enter, code)
  })
}

for (const [text, code] of Object.entries(FIRST)) {
  test(`the best of several codes stands first, and Enter opens none: ${text}`, async () => {
    const { three, enter } = await firstThree(text)
    assert.equal(three[0], code)
    assert.equal(enter, null)
  })
}

for (const [text, codes] of Object.entries(AMONG)) {
  test(`codes stand among the first three, and Enter opens none: ${text}`, async () => {
    const { three, enter } = await firstThree(text)
    assert.deepEqual(codes.filter((code) => !three.includes(code)), [])
    assert.equal(enter, null)
  })
}

for (const text of NOTHING) {
  test(`a text about something else finds nothing: ${text}`, async () => {
    const { results, enter } = await ask(text)
    assert.deepEqual({ results, enter }, { results: [], enter: null })
  })
}

for (const text of OPENS_NOTHING) {
  test(`a text about something else opens nothing: ${text}`, async () => {
    assert.equal((await ask(text)).enter, null)
  })
}

test("a provider that is named keeps its own codes alone", async () => {
  const { results, enter } = await ask("微信 日期格式不对")
  assert.equal(enter, "wechat/61500/")
  assert.ok(results.every(({ location }) => location.startsWith("wechat/")))
})

test("a number that is listed stands before what the words say", async () => {
  for (const text of ["openid无效 40003", "템플릿을 찾을 수 없습니다 3033", "署名エラー 31302"]) {
    const [code] = /[0-9]+/.exec(text) ?? []
    assert.ok((await ask(text)).results[0].location.endsWith(`/${code}/`), text)
  }
})

test("what nobody here says opens nothing", async () => {
  assert.equal((await ask("签名错误")).enter, "fresns/31302/")
  const { three, enter } = await firstThree("zuplox 签名错误")
  assert.equal(three[0], "fresns/31302/")
  assert.equal(enter, null)
})

const SYNONYMS = bySign([
  { means: ["title"], said: ["标题", "제목"] },
  { means: ["subtitle"], said: ["副标题"] },
  { means: ["found", "exist"], said: ["찾을수", "見つか"] },
  { means: ["not", "no"], said: ["不", "없"] },
])

// text -> things, how much of the text is known
/** @type {Record<string, [things: string[][], known: number]>} */
const MEANT = {
  "": [[], 0],
  "only Latin": [[["only"], ["latin"]], 1],
  "标题": [[["title"]], 1],
  // The longest word that begins at a place.
  "副标题": [[["subtitle"]], 1],
  // In the order of the text, each thing once; what is not known is passed over.
  "不标题和副标题不": [[["not", "no"], ["title"], ["subtitle"]], 7 / 8],
  "標題": [[], 0],
  // Spaces between letters of these scripts do not count, others part words.
  "제목을 찾을 수 없어요": [[["title"], ["found", "exist"], ["not", "no"]], 6 / 9],
  "a b标题 c": [[["a"], ["b"], ["title"], ["c"]], 1],
  // Folded as every query.
  "見\u200bつからない　ＵＲＬ": [[["found", "exist"], ["url"]], 6 / 9],
  "제목": [[["title"]], 1],
  // Identifiers stand for themselves, as others write them, too.
  "access_token不accessToken": [[["access_token", "accesstoken"], ["not", "no"], ["accesstoken", "access_token"]], 1],
  "appId标题": [[["appid", "app_id"], ["title"]], 1],
}

for (const [text, [things, known]] of Object.entries(MEANT)) {
  test(`what a text means: ${text}`, () => {
    assert.deepEqual(meant(text, SYNONYMS), { things, known })
  })
}

test("nothing that is said stands for two things", async () => {
  const { build } = await load("search/codes.json")
  /** @type {import("../../docs/assets/search/synonyms.js").Synonym[]} */
  const real = await load(`search/${build}/synonyms.json`)
  const all = real.flatMap(({ said }) => said)
  assert.ok(real.length > 120 && all.length > 600)
  assert.equal(new Set(all).size, all.length)
  const synonyms = bySign(real)
  for (const { means, said } of real) {
    for (const one of said) assert.deepEqual(meant(one, synonyms).things[0], means, one)
  }
})

test("any text has an answer, and a long one has it soon", async () => {
  const signs = [..."不无템플릿 을を見つかАßé_a1,.。「\ud83d\ude00\ud842\udfb7\ud800İ%\\\n", "テンプレート", "openid", "签名", "40029"]
  let seed = 1
  const next = () => (seed = (seed * 48271) % 2147483647)
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: next() % 40 }, () => signs[next() % signs.length]).join("")
    const { results } = await ask(text)
    assert.ok(Array.isArray(results), text)
  }
  const long = "템플릿을 찾을 수 없습니다 签名错误 zz ".repeat(20_000)
  const began = performance.now()
  await index.meaning(long)
  assert.ok(performance.now() - began < 2000)
})
