"""Julia's operators: the precedence class of each, and which are prefix operators."""

from __future__ import annotations

import re
import unicodedata

from .wordlist import words

# Each class is a terminal of the grammar; its binding powers are in `powers.py`.
_BY_CLASS = {
    "ARROWOP": (
        "--> <-- <--> ← → ↔ ↚ ↛ ↞ ↠ ↢ ↣ ↤ ↦ ↮ ⇎ ⇍ ⇏ ⇐ ⇒ ⇔ ⇴ ⇶ ⇷ ⇸ ⇹ ⇺ ⇻ ⇼ ⇽ ⇾ ⇿ ⟵ ⟶ ⟷ ⟹ ⟺ ⟻ ⟼ "
        "⟽ ⟾ ⟿ ⤀ ⤁ ⤂ ⤃ ⤄ ⤅ ⤆ ⤇ ⤌ ⤍ ⤎ ⤏ ⤐ ⤑ ⤔ ⤕ ⤖ ⤗ ⤘ ⤝ ⤞ ⤟ ⤠ ⥄ ⥅ ⥆ ⥇ ⥈ ⥊ ⥋ ⥎ ⥐ ⥒ ⥓ ⥖ ⥗ ⥚ ⥛ ⥞ "
        "⥟ ⥢ ⥤ ⥦ ⥧ ⥨ ⥩ ⥪ ⥫ ⥬ ⥭ ⥰ ⧴ ⬱ ⬰ ⬲ ⬳ ⬴ ⬵ ⬶ ⬷ ⬸ ⬹ ⬺ ⬻ ⬼ ⬽ ⬾ ⬿ ⭀ ⭁ ⭂ ⭃ ⥷ ⭄ ⥺ ⭇ ⭈ ⭉ ⭊ ⭋ ⭌ "
        "￩ ￫ ⇜ ⇝ ↜ ↝ ↩ ↪ ↫ ↬ ↼ ↽ ⇀ ⇁ ⇄ ⇆ ⇇ ⇉ ⇋ ⇌ ⇚ ⇛ ⇠ ⇢ ↷ ↶ ↺ ↻ 🢲"
    ),
    "COMPARE": (
        "<: >: > < >= <= == === != !== ≥ ≤ ≡ ≠ ≢ ∈ ∉ ∋ ∌ ⊆ ⊈ ⊂ ⊄ ⊊ ∝ ∊ ∍ ∥ ∦ ∷ ∺ ∻ ∽ ∾ ≁ ≃ ≂ "
        "≄ ≅ ≆ ≇ ≈ ≉ ≊ ≋ ≌ ≍ ≎ ≐ ≑ ≒ ≓ ≖ ≗ ≘ ≙ ≚ ≛ ≜ ≝ ≞ ≟ ≣ ≦ ≧ ≨ ≩ ≪ ≫ ≬ ≭ ≮ ≯ ≰ ≱ ≲ ≳ ≴ ≵ "
        "≶ ≷ ≸ ≹ ≺ ≻ ≼ ≽ ≾ ≿ ⊀ ⊁ ⊃ ⊅ ⊇ ⊉ ⊋ ⊏ ⊐ ⊑ ⊒ ⊜ ⊩ ⊬ ⊮ ⊰ ⊱ ⊲ ⊳ ⊴ ⊵ ⊶ ⊷ ⋍ ⋐ ⋑ ⋕ ⋖ ⋗ ⋘ ⋙ ⋚ "
        "⋛ ⋜ ⋝ ⋞ ⋟ ⋠ ⋡ ⋢ ⋣ ⋤ ⋥ ⋦ ⋧ ⋨ ⋩ ⋪ ⋫ ⋬ ⋭ ⋲ ⋳ ⋴ ⋵ ⋶ ⋷ ⋸ ⋹ ⋺ ⋻ ⋼ ⋽ ⋾ ⋿ ⟈ ⟉ ⟒ ⦷ ⧀ ⧁ ⧡ ⧣ ⧤ "
        "⧥ ⩦ ⩧ ⩪ ⩫ ⩬ ⩭ ⩮ ⩯ ⩰ ⩱ ⩲ ⩳ ⩵ ⩶ ⩷ ⩸ ⩹ ⩺ ⩻ ⩼ ⩽ ⩾ ⩿ ⪀ ⪁ ⪂ ⪃ ⪄ ⪅ ⪆ ⪇ ⪈ ⪉ ⪊ ⪋ ⪌ ⪍ ⪎ ⪏ ⪐ ⪑ "
        "⪒ ⪓ ⪔ ⪕ ⪖ ⪗ ⪘ ⪙ ⪚ ⪛ ⪜ ⪝ ⪞ ⪟ ⪠ ⪡ ⪢ ⪣ ⪤ ⪥ ⪦ ⪧ ⪨ ⪩ ⪪ ⪫ ⪬ ⪭ ⪮ ⪯ ⪰ ⪱ ⪲ ⪳ ⪴ ⪵ ⪶ ⪷ ⪸ ⪹ ⪺ ⪻ "
        "⪼ ⪽ ⪾ ⪿ ⫀ ⫁ ⫂ ⫃ ⫄ ⫅ ⫆ ⫇ ⫈ ⫉ ⫊ ⫋ ⫌ ⫍ ⫎ ⫏ ⫐ ⫑ ⫒ ⫓ ⫔ ⫕ ⫖ ⫗ ⫘ ⫙ ⫷ ⫸ ⫹ ⫺ ⊢ ⊣ ⟂ ⫪ ⫫"
    ),
    "RANGE": ": .. … ⁝ ⋮ ⋱ ⋰ ⋯",
    "PLUS": (
        "$ + - ++ | ⊕ ⊖ ⊞ ⊟ ∪ ∨ ⊔ ± ∓ ∔ ∸ ≏ ⊎ ⊻ ⊽ ⋎ ⋓ ⟇ ⧺ ⧻ ⨈ ⨢ ⨣ ⨤ ⨥ ⨦ ⨧ ⨨ ⨩ ⨪ ⨫ ⨬ ⨭ ⨮ ⨹ ⨺ ⩁ "
        "⩂ ⩅ ⩊ ⩌ ⩏ ⩐ ⩒ ⩔ ⩖ ⩗ ⩛ ⩝ ⩡ ⩢ ⩣ ¦"
    ),
    "TIMES": (
        "* / % \\ & ÷ ⋅ ∘ × ∩ ∧ ⊗ ⊘ ⊙ ⊚ ⊛ ⊠ ⊡ ⊓ ∗ ∙ ∤ ⅋ ≀ ⊼ ⋄ ⋆ ⋇ ⋉ ⋊ ⋋ ⋌ ⋏ ⋒ ⟑ ⦸ ⦼ ⦾ ⦿ ⧶ ⧷ ⨇ "
        "⨰ ⨱ ⨲ ⨳ ⨴ ⨵ ⨶ ⨷ ⨸ ⨻ ⨼ ⨽ ⩀ ⩃ ⩄ ⩋ ⩍ ⩎ ⩑ ⩓ ⩕ ⩘ ⩚ ⩜ ⩞ ⩟ ⩠ ⫛ ⊍ ▷ ⨝ ⟕ ⟖ ⟗ ⌿ ⨟"
    ),
    "RATIONAL": "//",
    "SHIFT": "<< >> >>>",
    "POWER": "^ ↑ ↓ ⇵ ⟰ ⟱ ⤈ ⤉ ⤊ ⤋ ⤒ ⤓ ⥉ ⥌ ⥍ ⥏ ⥑ ⥔ ⥕ ⥘ ⥙ ⥜ ⥝ ⥠ ⥡ ⥣ ⥥ ⥮ ⥯ ￪ ￬",
    "ASSIGN": "= += -= *= /= //= \\= ^= %= <<= >>= >>>= |= &= := $= ÷= ⊻= ≔ ⩴ ≕",
    "TILDE": "~",
    "PAIR": "=>",
    "OROR": "||",
    "ANDAND": "&&",
    "LPIPE": "<|",
    "RPIPE": "|>",
    "LAMBDA": "->",
    "DECL": "::",
    "QMARK": "?",
    "ADJOINT": "'",
    "ELLIPSIS": "...",
    "DOT": ".",
    "NOT": "! ¬ √ ∛ ∜",
}

# Operators without a broadcasting form.
_DOTLESS = words(": .. $ := $= -> :: ? ' ... .")

CLASS: dict[str, str] = {}
for _class, _text in _BY_CLASS.items():
    for _operator in _text.split():
        CLASS[_operator] = _class
        if _operator not in _DOTLESS:
            CLASS["." + _operator] = _class


def _with_dots(text: str) -> frozenset[str]:
    return frozenset(form for name in text.split() for form in (name, "." + name))


# `-x`, `!x`, `√x`: a call with one argument; with parentheses `+(a, b)` it is an ordinary call.
UNARY = _with_dots("! + - <: >: ~ ¬ ± ∓ √ ∛ ∜ ⋆")
# Prefix operators that are infix too: after a blank and before none, in `[a -b]` and `@m a -b`,
# they
# begin a new element.
PREFIX_OR_INFIX = words("$ & : + - .+ .- .~ .± .∓ .⋆ ~ ± ∓ ⋆")
# Operators that are heads of an `Expr`, not functions.
_SYNTACTIC = frozenset(("ASSIGN", "OROR", "ANDAND", "QMARK", "DECL", "DOT", "ELLIPSIS", "LAMBDA"))
_SUFFIXLESS = words(": .. <: >: $ in isa")

# The characters beyond ASCII of which operators are made (each is one by itself, or with `=`).
CHARACTERS = frozenset(char for name in CLASS for char in name if char > "\x7f") | {"·", "−"}

# Characters that may follow an operator and make another of the same class: `+₁`, `*′`.
_SUFFIX = re.compile(
    "[\u00b2\u00b3\u00b9\u02b0-\u02e1\u0300-\u036f\u1d2c-\u1d6a\u1d9b-\u1dbf\u2032-\u2037\u2057"
    "\u2070-\u209c\u2c7c\u2c7d\ua71b\ua71c]*"
)


def class_of(operator: str) -> str | None:
    """The precedence class of an operator, with or without suffixes."""
    found = CLASS.get(operator)
    if found is None and not operator[-1:].isascii():
        bare = operator
        while bare and (bare[-1] not in CHARACTERS and not bare[-1].isascii()):
            bare = bare[:-1]
        found = CLASS.get(bare)
    return found


def suffix_end(text: str, start: int, end: int, operator: str) -> int:
    """Where the operator `text[start:end]` ends once the suffix characters after it are counted."""
    if CLASS.get(operator, "ASSIGN") in _SYNTACTIC or operator.lstrip(".") in _SUFFIXLESS:
        return end
    match = _SUFFIX.match(text, end)
    return match.end() if match else end


def normalized(operator: str) -> str:
    """The operator that Julia takes it for: `·` is `⋅`, `−` is `-`."""
    if operator.isascii():
        return operator
    return unicodedata.normalize("NFC", operator).replace("·", "⋅").replace("−", "-")


def _trie_pattern(words: list[str]) -> str:
    """A regular expression for the longest of the words that begin here."""
    branches: dict[str, list[str]] = {}
    for word in words:
        if word:
            branches.setdefault(word[0], []).append(word[1:])
    options = [re.escape(first) + _trie_pattern(rest) for first, rest in branches.items()]
    if not options:
        return ""
    body = options[0] if len(options) == 1 else "|".join(options)
    return f"(?:{body})?" if "" in words else f"(?:{body})"


# Matches the longest operator of ASCII characters.
ASCII_PATTERN = _trie_pattern([name for name in CLASS if name.isascii()])
