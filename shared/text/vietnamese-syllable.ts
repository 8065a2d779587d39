/** Recognises legal Vietnamese syllables; the yardstick by which the legacy encodings are told apart. */

const ONSETS = 'b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x';
const OPEN_RIMES =
  'a|ai|ao|au|ay|am|an|ang|anh|ă|ăm|ăn|ăng|â|âm|ân|âng|âu|ây|e|em|en|eng|eo|ê|êm|ên|ênh|êu|i|ia|iêm|iên|iêng|iêu|im|in|inh|iu|' +
  'o|oa|oai|oam|oan|oang|oanh|oao|oay|oăm|oăn|oăng|oe|oen|oeo|oi|om|on|ong|oong|ô|ôi|ôm|ôn|ông|ôông|ơ|ơi|ơm|ơn|' +
  'u|ua|uân|uâng|uây|uê|uênh|ui|um|un|ung|uôi|uôm|uôn|uông|uơ|uy|uya|uyên|uyn|uynh|uyu|ư|ưa|ưi|ưm|ưn|ưng|ươi|ươm|ươn|ương|ươu|ưu|' +
  'y|yêm|yên|yêng|yêu|ynh|yn';
const STOPPED_RIMES =
  'ac|ach|ap|at|ăc|ăp|ăt|âc|âp|ât|ec|ep|et|êch|êp|êt|iêc|iêp|iêt|ich|ip|it|oac|oach|oap|oat|oăc|oăt|oc|oet|op|ot|ooc|ôc|ôp|ôt|ơp|ơt|' +
  'uât|uêch|uôc|uôt|uc|up|ut|uyt|uych|uyêt|ưc|ươc|ươp|ươt|ưt|yêt|yt|ych';

const OPEN = new RegExp(`^(?:${ONSETS})?(?:${OPEN_RIMES})$`);
/** Syllables that end in c, ch, p, t carry the tones sắc or nặng only. */
const STOPPED = new RegExp(`^(?:${ONSETS})?(?:${STOPPED_RIMES})$`);
/** gì, gìn, quốc: the vowel of the onset is part of the rime. */
const SPECIAL = /^(?:gi|gin|quôc|quơ|quyêt|quyên)$/;

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether a word (any case, NFC or NFD) is a syllable that Vietnamese spelling allows, its tone included. */
export function isVietnameseSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  const tones = decomposed.match(TONES);
  if (tones !== null && tones.length > 1) return false;
  const bare = decomposed.replace(TONES, '').normalize('NFC');
  if (bare.length > 7) return false;
  if (OPEN.test(bare) || SPECIAL.test(bare)) return true;
  const tone = tones?.[0];
  return STOPPED.test(bare) && (tone === '\u0301' || tone === '\u0323');
}
