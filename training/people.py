"""Builds training/corpus/people.tsv: names to draw from, by language. Needs the extra `train` (Faker, MIT)."""

import importlib
import random
import re
from typing import Any

from training.transliterate import german
from training.vary import PEOPLE

MOST = 250
LOCALES = {
    "uk": ["uk_UA"], "uk2": ["uk_UA"], "ru": ["ru_RU"], "ru2": ["ru_RU"], "bg": ["bg_BG"], "pl": ["pl_PL"],
    "de": ["de_DE", "de_AT", "de_CH"], "de2": ["de_DE", "de_AT"], "en": ["en_US", "en_GB"], "en2": ["en_US"],
    "fr": ["fr_FR", "fr_CH"], "it": ["it_IT"], "es": ["es_ES", "es_MX"], "tr": ["tr_TR"], "cs": ["cs_CZ", "sk_SK"],
    "hu": ["hu_HU"], "ro": ["ro_RO"], "nl": ["nl_NL"], "sv": ["sv_SE", "fi_FI", "da_DK", "no_NO"],
    "hr": ["hr_HR", "sl_SI"], "az": ["az_AZ", "uz_UZ"], "lt": ["lt_LT", "lv_LV", "et_EE"], "in": ["en_IN"],
    "pt": ["pt_BR"], "ng": ["en_NG", "en_KE"],
}  # fmt: skip
# Faker has these in their own scripts only.
BY_HAND = {
    "ar": (
        "Ahmed, Mohammed, Ali, Hassan, Hussein, Omar, Chalid, Jussuf, Ibrahim, Mahmud, Mustafa, Samir, Tarik, Walid, "
        "Fatima, Aischa, Lejla, Mariam, Nur, Rania, Salma, Huda, Abdullah, Abdel Fattah, Ismail, Chalil, Bassam, Aiman",
        "al-Assad, al-Scharaa, al-Sudani, Abbas, Haddad, Mansur, Nasrallah, Kassem, Barghuti, Salameh, Aoun, Berri, "
        "al-Thani, bin Salman, al-Hija, Schatti, Hamdan, Dagalo, al-Burhan, Saleh, Sinwar, Hanija, Meschaal, Dbeiba, "
        "al-Mahmud, Chatib, Darwisch, Nassar, as-Safadi, asch-Schaibani",
    ),
    "he": (
        "Benjamin, Joaw, Itamar, Bezalel, Jair, Naftali, Avigdor, Gideon, Israel, Ron, Eli, Noa, Orit, Tal, Schira, "
        "Jonatan, David, Ehud, Isaac, Merav, Dan, Uri, Amos",
        "Netanjahu, Gallant, Ben-Gvir, Smotrich, Lapid, Bennett, Lieberman, Saar, Katz, Dermer, Cohen, Levi, Mizrachi, "
        "Peretz, Biton, Friedman, Herzog, Zamir, Golan, Eisenkot, Gantz, Barak",
    ),
    "fa": (
        "Ali, Abbas, Massud, Hassan, Hossein, Mohammad, Mohammad Bagher, Ebrahim, Reza, Parisa, Narges, Schirin, Amir, "
        "Esmail, Kasem, Dschawad, Mehdi, Farhad, Nasrin",
        "Chamenei, Araghtschi, Peseschkian, Rohani, Sarif, Ghalibaf, Laridschani, Raissi, Soleimani, Baghaei, Salami, "
        "Ahmadi, Hosseini, Karimi, Mohammadi, Amini, Rezaei, Sotudeh",
    ),
    "zh": (
        "Xi, Wang, Li, Zhang, Liu, Chen, Yang, Zhao, Kim, Park, Lee, Nguyen, Tran, Moon, Yoon, Han",
        "Jinping, Yi, Qiang, Wenbin, Ning, Jian, Jong Un, Suk Yeol, Jae Myung, Wei, Lai, Minh, Yo Jong, Jun, Dongfang",
    ),
    "ka": (
        "Salome, Micheil, Irakli, Bidsina, Nika, Giorgi, Tamar, Nino, Dawit, Nikol, Armen, Serge, Ararat, Ilham, Elene",
        "Surabischwili, Saakaschwili, Kobachidse, Iwanischwili, Gwaramia, Kawelaschwili, Paschinjan, Mirsojan, "
        "Sarkissjan, Alijew, Bajramow, Lortkipanidse, Beridse, Tschikowani, Petrosjan, Karapetjan",
    ),
}  # fmt: skip
_NAME = re.compile(r"[^\W\d_a-zäöü][\w'’]+(?:-[\w]+)*")


def main() -> None:
    rows = [
        f"{language}\t{', '.join(_names(locales, 'first'))}\t{', '.join(_names(locales, 'last'))}"
        for language, locales in LOCALES.items()
    ]
    rows += [f"{language}\t{first}\t{last}" for language, (first, last) in BY_HAND.items()]
    head = "# Names to draw from, by training/people.py: language, first names, surnames (Faker, MIT, and by hand)"
    PEOPLE.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")


def _names(locales: list[str], kind: str) -> list[str]:
    rng = random.Random(kind + locales[0])
    names: set[str] = set()
    for locale in locales:
        provider: Any = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in sorted(dir(provider)):
            value = getattr(provider, attribute)
            if re.fullmatch(rf"{kind}_names(_\w+)?", attribute) and isinstance(value, (list, tuple, set, dict)):
                for name in value:
                    names |= {form for form in german(str(name), locale[:2]) if _NAME.fullmatch(form)}
    return rng.sample(sorted(names), min(MOST, len(names)))


if __name__ == "__main__":
    main()
