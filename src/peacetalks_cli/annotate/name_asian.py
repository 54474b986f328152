"""People with the family name in front: Ri Kwang Chol, Park Ji-hoon, Zhang Youxia, Tsai Ing-wen, Nguyễn Thị Hoa."""

import re
from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc

from peacetalks_cli.annotate.lexicon import lexicon
from peacetalks_cli.annotate.name_pieces import Span
from peacetalks_cli.german.gazetteer import lookup

_KOREAN: Final = frozenset(
    """Kim Lee Ri Yi Park Pak Choi Choe Jung Jong Jeong Chung Cho Jo Kang Han Yoon Yun Jang Chang Lim Rim Oh Seo Shin
    Sin Kwon Hwang Ahn An Song Ryu Yu Hong Moon Mun Noh Roh Bae Paek Baek Chon Hyon Thae Ko Ju So Ho Nam Min""".split()  # noqa: SIM905
)
_CHINESE: Final = frozenset(
    """Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang
    Feng Deng Cao Peng Zeng Xiao Tian Dong Yuan Pan Jiang Cai Ye Cheng Su Wei Lu Ding Ren Shen Yao Jin Fu Tan Qin Bai
    Xi Han Hou Meng Xiong Qiu Jia Gu Shi Long Wan Duan Qian Tao Qiao Bo Hua Geng Mao Xue Zhong Miao Yin Zou Liao Kong
    Tsai Lai Chiang Hsieh Hsiao Chou Chu Chang Yeh Kuo Lien Soong Tsang Leung Wong Chan Cheung Lam Ho Lau Ko""".split()  # noqa: SIM905
)
_VIETNAMESE: Final = frozenset(
    """Nguyễn Nguyen Trần Tran Lê Phạm Pham Hoàng Hoang Huỳnh Huynh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Trịnh Trinh
    Tô Đinh Thích Trương Truong Vương Đoàn Lương Tạ Đào""".split()  # noqa: SIM905
)
FAMILIES: Final = _KOREAN | _CHINESE | _VIETNAMESE
_KOREAN_SYLLABLE = re.compile(
    r"(?:Kk|Ch|Ph|Th|Kh|Kw|Hw|Gw|[BCDGHJKLMNPRSTWY])?[wy]?(?:ae|eo|eu|oo|ee|ui|[aeiou])(?:ng|ck|[bgklmnprt])?"
)
_PINYIN = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|"
    r"ie|iu|ua|uo|ui|ue|üe|er|[aeiouü])"
)
_GIVEN = re.compile(rf"{_PINYIN}(?:{_PINYIN})?", re.IGNORECASE)
_WITH_HYPHEN = re.compile(r"[A-Z][a-z]{1,6}-[A-Za-z][a-z]{1,6}")
_VIETNAMESE_SYLLABLE = re.compile(r"[^\W\d_]{1,3}[aeiouyà-ỹ][^\W\d_]{0,5}")
_LONGEST_SYLLABLE: Final = 7  # letters
_LEAST_GIVEN: Final = 2  # letters
_LONGEST: Final = 4  # words


def family_first(doc: Doc, words: Sequence[str], at: int) -> Span | None:
    """The person whose family name stands at `at`; None where what follows is no name of that language."""
    if at + 1 >= len(words) or not words[at + 1][:1].isupper():
        return None
    word = words[at]
    end = at
    if word in _VIETNAMESE:
        end = _end_of_vietnamese(doc, words, at)
    if (
        end == at
        and word in _KOREAN
        and at + 2 < len(words)
        and all(_is_korean(each) for each in words[at + 1 : at + 3])
    ):
        end = at + 3
    if end == at and (word in _KOREAN or word in _CHINESE) and _is_given(words[at + 1], chinese=word in _CHINESE):
        end = at + 2
    return (at, end, "PER") if end > at and _stands_alone(words, end) else None


def _is_korean(word: str) -> bool:
    return bool(_KOREAN_SYLLABLE.fullmatch(word)) and not lexicon().is_noun(word)


def _is_given(word: str, *, chinese: bool) -> bool:
    if _WITH_HYPHEN.fullmatch(word):
        return not lookup(word) and not lexicon().is_noun(word.rpartition("-")[2].capitalize())
    is_name = chinese and len(word) > _LEAST_GIVEN and word.istitle() and bool(_GIVEN.fullmatch(word))
    return is_name and not lexicon().is_noun(word) and not lexicon().knows(word.lower()) and not lookup(word)


def _end_of_vietnamese(doc: Doc, words: Sequence[str], at: int) -> int:
    end = at + 1
    while end < len(words) and end - at < _LONGEST and _is_vietnamese(words[end]):
        end += 1
    return end if end > at + 1 else at


def _is_vietnamese(word: str) -> bool:
    if not word[:1].isupper() or not word.istitle() or len(word) > _LONGEST_SYLLABLE:
        return False
    return bool(_VIETNAMESE_SYLLABLE.fullmatch(word) or len(word) <= 3) and not lexicon().is_noun(word)


def _stands_alone(words: Sequence[str], end: int) -> bool:
    """Not the first word of something longer: Premier League, Betreiber Nord Stream."""
    return end >= len(words) or not words[end][:1].isupper() or len(words[end]) == 1
