"""The allow table: every number is a statistic unless a form says so or one of these rules clears it.

Each rule has a sentence whose numbers it clears, and one, as like it as can be, in which a number must stay. Both run
as tests. A pattern reads the shape of a text (see forms.py); all numbers inside a match are cleared. Rules with
`first` run before the forms of a statistic: what they clear can look like a percent or a fraction but is none.
"""

from __future__ import annotations

import dataclasses

from citecheck.vocabulary import LABEL, MONTH, OUTCOME, PEOPLE, PERCENT, RISK, THING, TIME, UNIT


@dataclasses.dataclass(frozen=True)
class Allowed:
    """Numbers that are no statistics. `near` must, and `unless` must not, stand in the same clause.

    `least` and `most` are the smallest and the largest number that the rule clears; `years` clears only numbers written like a year.
    """

    name: str
    pattern: str
    clears: str
    keeps: str
    near: str = ""
    unless: str = ""
    least: int = 0
    most: int | None = None
    years: bool = False
    first: bool = False
    cue: str = ""
    """Words, parted by |, one of which every match holds: where none of them stands, the search is spared."""


_TO = r"(?: ?- ?| ?to | through | ?/ ?)"
# "Day 100, 13 of 150" is one day; "days 1, 8 and 15" are three.
_ONE_MORE = rf"#(?! ?%| percent| (?:of|out of|in|in every) #| (?:[a-z-]+ )?{PEOPLE}\b| (?:died|relapsed|had|were|was)\b)"
# Lists are bounded, so that one that is all numbers is not read again from each of them.
_MANY = rf"#(?:(?:, ?(?:(?:and|or) )?| ?(?:and|or|to|-|through|/|&) ?)[-+]?{_ONE_MORE}){{0,40}}"
_STRENGTH = (
    r"(?:glucose|dextrose|saline|salt|sodium|chloride|chlorhexidine|permethrin|dmso|dimethyl|hydrocortisone|lidocaine|benzocaine|"
    r"alcohol|ethanol|bleach|peroxide|iodine|formalin|formaldehyde|albumin|minoxidil|cotton|wool|silk|polyester|oxygen|juice|milk|cream|"
    r"solution|lotion|ointment|gel|spray|shampoo|mousse|strength|concentration|deet|zinc|urea|acid|fluorouracil|imiquimod|"
    r"retinoids?|cocoa|fat|whole|pure|fortified|natural|humidity|carbon|nitrogen|helium|preservative|sucrose|lactose|agar|agarose|serum|phenol|tretinoin|benzoyl|venturi|mask|abv)\b"
)
_HALVED = (
    r"(?:an? |the |your |his |her |their |its |of |one |each |a )*(?:hours?|minute|day|night|week|month|year|decade|century|mile|pint|cups?|teaspoons?|tablespoons?|"
    r"glass|mug|lemons?|limes?|onions?|avocado|apple|bananas?|pills?|tablets?|capsules?|doses?|plates?|pages?|sheet|bed|room|way|lobe|lobes|gland|thyroid(?!-| cancer)|prostate|intestines?|small intestine|"
    r"colon|bowel|stomach|liver|lungs?|brain|body|face|head|chest|heart|abdomen|body mass|pregnancy|study|split-night|game|moon|term|meal|packet|bottle|"
    r"slices?|portions?|servings?|amount|tube|bag|time(?!,)|sachet|scoop|jug|vial|ampoule|syringe|patch|packet|potato|biscuit|egg|ward|car park|building|battle|job|size|speed|strength|price|cost|chance to|marathon|sandwich|loaf|values|drug(?! (?:arm|group))|medicine|personal best|your best|normal|usual)\b"
    rf"(?!(?: [a-z-]+){{0,2}} {PEOPLE}\b)"
)

_HAPPENINGS = (
    r"ions|ities|omas|oses|ases|ures|ers|ors|ists|ees|ians|ics|ages|ashes|aches|ments|ants|ents|ies|als|acks|outs|cides|clots|falls|fevers|grafts|visits|calls|"
    r"athletes|pilots|addicts|nurses|losses|successes|rescues|sufferings|bouts|spells|fits|jumps|births|twins"
)
"""How the words for people and for what happens to them end: a count of these is never a list."""

_HARM = (
    rf"(?:{OUTCOME}|{RISK}|\bcures?\b|\bfail(?:s|ed|ure)?\b|\bkill(?:s|ed)?\b|\bharm(?:s|ed)\b|\bhits?\b|\bst(?:rikes?|ruck)\b|"
    r"\b(?:dead|lost|ill|sick|toxic\w*|worst|best|leads? to|caus(?:e|es|ed))\b|\bthere (?:was|were)\b|\b(?:saw|seen|found|reported|suffered|went (?:up|down)|rises?|rising|rose|falls?|fell)\b)"
)
"""Words that tell of what befalls people: with one of these a number that is most often a thing may count them."""

_FATE = r"\b(?:surviv(?:al|ed|es?)|relapsed|relapse (?:rate|was|came)|died|deaths?|dead|mortality|cured?|kill(?:s|ed)?|killed|failed|hits?|lost)\b"
"""Words for the fate of people that stand in no rule about a level or a name."""

# "In the first cycle 23 relapsed" counts people, "in cycle 23" names one.
_NO_COUNT = (
    r"(?!(?<!\bin )(?<!\bof )(?<!\bon )(?<!\bfrom )(?<!\bto )(?<!\band )(?<!\bor )(?<!\bthan )(?<!\bby )(?<!^)[a-z]+:? #"
    r" (?:of them |more |others )?(?:died|relapsed|survived|lived|responded|got|were|had|developed|achieved|reached|fell)\b)"
)

ALLOWED = (
    # ------------------------------------------------------------ before the forms: percents and fractions that are none
    Allowed("strength-of-a-mixture", rf"#(?:{PERCENT}?{_TO}#)?{PERCENT} (?:(?!(?:need|requir|us(?:e|ed|ing)\b|had\b|have\b|has\b|los[te]|gain|get|got\b|report|took|take|drank|drink|gave|are\b|were\b|was\b|is\b|and\b|more\b|less\b|low|high\b|poor|problem|of\b|in\b(?! alcohol)|with|receiv|show|on\b|lack))[a-z-]{{1,20}} ){{0,2}}{_STRENGTH}|\b(?:lotion|cream|gel|solution|ointment|shampoo|spray|(?:eye|ear|nose) drops|mousse) #{PERCENT}(?=[.,;)]|$| \()",
            "Clean the skin with 2% chlorhexidine.", "In this group 2% relapsed.", first=True, cue="%|cent|pct|point"),
    Allowed("blasts-that-define", rf"(?:(?:fewer|less|more|greater|higher) than|under|over|above|below|at least|up to|[<>≥≤]) ?#{PERCENT}? (?:or (?:fewer|less|more) )?(?:of )?(?:bone marrow |marrow )?(?:leuka?emi[ac]c? )?(?:lympho)?(?:blasts?|blast cells|(?:leuka?emia|leuka?emic|lymphoma|cancer|tumou?r|plasma) cells|cells)\b",
            "Remission means fewer than 5% blasts in the marrow.", "More than 5% of patients had blasts in the blood.", first=True,
            unless=r"surviv|\brisks?\b|\bchances?\b|outcome|relapse rate|relapsed|\blived\b|\bdied\b|sooner|\bworse\b|\bbetter\b|\bless (?:well|long)|likel|\bkills?\b|\bcarr(?:y|ies)\b|\black|\blost\b|respon|\bcrs\b|\bma[dk]e up\b|on average|\bfound on\b|twice|\bworked\b|\bachieved\b|\bcures?\b", cue="blast|cell"),
    Allowed("blasts-or-fewer", rf"#{PERCENT}? or (?:fewer|less|more)(?: of| out of)?(?: the| every #| each #| #)?(?: [a-z-]+){{0,4}} (?:blasts?|cells)\b",
            "In remission 5% or fewer of the marrow cells are blasts.", "In remission 5% or fewer of the patients had blasts.", first=True, unless=r"people|patients|children|adults", cue="blast|cell"),
    Allowed("cells-that-are-blasts", rf"#(?: out of (?:every )?#)? (?:[a-z-]+ ){{0,3}}(?:\(#{PERCENT}\) )?(?:[a-z-]+ ){{0,2}}(?:are|is) (?:lympho)?blasts\b",
            "No more than 5 out of 100 cells (5%) are blasts.", "No more than 5 out of 100 people (5%) are free of blasts.", first=True, cue="blast"),
    Allowed("of-the-blood", rf"(?:#{PERCENT}?{_TO}(?!#{PERCENT} of normal))?#{PERCENT} of (?:the |your |all |their )?(?:white blood|white|red blood|blood|marrow|bone marrow|skin(?= (?:is|was|surface)|[.,;]|$)|body surface|body weight|weight|daily|calories|your daily|energy|cells|meal|r&d|research money|spending|funds|money|profits|proceeds|costs?|price|fee|budget|income|sales|ticket|maximum|(?:top|maximum|peak) heart rate|normal|predicted|full dose|the dose|usual)\b(?!(?:[ -][a-z-]+){{0,2}} {PEOPLE}\b)",
            "Fewer than 8% of the white cells may be left.", "In 8% of the relapses a white cell count came first.", first=True,
            unless=rf"\bin #{PERCENT} of|fertil|\bbirths?\b|life span|life expectancy|\blungs? |\bheart (?!rate)|\blost\b|\bloses\b|\bgain|on average|\bin most\b|\bmost (?:people|patients|children|adults)|\b(?:families|parents|survivors)\b|transfusions?|at diagnosis|samples|\bkill", cue="%|cent|pct|point"),
    Allowed("blast-count-that-defines", rf"(?:blast|blast cell) counts? (?:of|above|over|below|under|is|was)? ?(?:at least |more than |less than |[<>≥≤])?#{PERCENT}",
            "A blast count of 20% or more makes the diagnosis.", "A blast count of 20% or more was found in most.", first=True,
            near=r"diagnos|defin|\bmeans?\b|\bcalled\b|remission", unless=_HARM, cue="blast"),
    Allowed("power-of-a-study", rf"#{PERCENT} (?:statistical )?power\b(?: to detect an? (?:[a-z-]+ ){{0,8}}#{PERCENT}?)?",
            "The study had 80% power to detect a hazard ratio of 0.6.", "In the study 80% lost the power to walk.", first=True, cue="power"),
    Allowed("degrees", r"#(?:\.#)? ?° ?[cf]?(?![a-z])",
            "It occurs when the oven is over 38 °C.", "It occurs in 38 °C-trained nurses; 38 relapsed.", first=True, cue="°"),
    Allowed("eyesight", r"(?:acuity|vision|eyesight) (?:(?:was|is|of|at|to|tested|measured|only|about|then|still) ){0,4}#/#",
            "Her visual acuity was 20/20 in both eyes.", "Loss of vision was seen in 12/40.", first=True, cue="/"),
    Allowed("spoon-of-a-fraction", r"#/# (?:of an? )?(?:cups?|teaspoons?|tablespoons?|tsp|tbsp|inch|mile|pint|gallon|hour|tablets?|pills?)\b",
            "Mix 1/2 cup of bleach with water.", "In one arm 1/2 relapsed after a cup of tea.", first=True, cue="/"),
    Allowed("page-of-pages", r"\b(?:pages?|slides?|sheets?|parts?|steps?|questions?) # of #(?=[.,;:)]|$)",
            "Page 1 of 36", "On this page 1 of 36 relapsed.", first=True, cue=" of #"),
    Allowed("two-parents", r"# (?:carrier )?parents\b(?: (?:who|that) (?:are|carry|each|both)| each| both)",
            "Two parents who carry the gene can pass it on.", "Two parents died.", first=True, most=2, cue="parents"),
    Allowed("level-of-proof", rf"#{PERCENT} ?(?:intervals?|level|significance|alpha|threshold|margin|confidence intervals?|cis?|credible intervals?)\b",
            "We give 95% confidence intervals.", "It was lower (95% CI 0.4 to 0.9).", unless=r"\b(?:survival|cures?|remission|response) (?:rates? )?(?:has |have |had |are |is |now )*(?:reach|cross|beat|won|hit|pass|at the\b)\w*|\b(?:won|beat)\b", first=True, cue="%|cent|pct|point"),
    Allowed("measured-on-a-person", rf"(?:saturations?|a1c|hba1c|tsat (?:score|level|was|is|of|below|above)|lvef|fev1|spo2|sats|oxygen levels?|oxygen (?:drops?|falls?|dips?|goes|is|stays?)|humidity|battery|karnofsky|lansky|performance (?:status|score)|ejection fraction|hematocrit|haematocrit|inspired oxygen)\b(?:(?! in\b(?! the (?:blood|air))| and | for | by |\brates?\b)[^#½.;]){{0,40}}#(?:{PERCENT}?{_TO}#)?{PERCENT}|@ levels? (?:below|above|under|over|of|at) #{PERCENT}(?=[.,;)]|$)",
            "Oxygen saturation below 92% needs a call.", "Oxygen was needed by 12% of those infused.", first=True, cue="saturation|a1c|@ level|tsat|lvef|fev1|spo2|sats|oxygen|humidity|battery|karnofsky|lansky|performance|ejection|hematocrit|haematocrit"),
    Allowed("tiny-mrd-level", rf"(?:mrd|residual disease|bcr[:-]+(?:abl\w*|@)|chimerism|(?:leuka?emia|cancer) cells?)\b[^#½.;]{{0,60}}(?:than|[<>≥≤]|of|at|above|below|under) ?#{PERCENT}(?! of (?:the )?{PEOPLE})|\bmrd is #{PERCENT} or (?:higher|more|above|lower|less|below)|(?:(?:than|above|below|under|of)|[<>≥≤]) ?#{PERCENT} (?:leuka?emi[ac]c? cells|mrd|residual)",
            "MRD positive means more than 0.01% leukemia cells.", "MRD was found in 25% of children.", first=True,
            unless=r"surviv|relapsed|of relapse|outcomes?\b|\bchances?\b|likel|\brisks?\b|\bworse\b|\bbetter\b|\bsooner\b|\bdied\b|\brates?\b|\bin (?:more than|less than|over|under|at least|about)|\breached\b|\bfell\b|respons|\bcures?\b|predict", near=r"\bmeans?\b|defin|\bcut-?off|or (?:more|higher|above)\b|positive|negative|called|\blevels?\b|threshold|sensitiv|detect|low mrd|high mrd", cue="%|cent|pct|point"),
    Allowed("half-of-a-thing", rf"(?:\b(?:first|second|other|top|bottom|upper|lower|left|right|one|front|back|latter|early|late) ½\b(?! of (?:the |these |those |all )?{PEOPLE})(?= of | the |[.,])|½[ -](?:of )?{_HALVED}|½[ -]match(?:es|ed)?\b(?! (?:transplants?|donors?|patients?))|½ of (?:each|a|your|their|his|her) [a-z]+[\'’]s (?:hla|genes|dna)|½[ -](?:closed?|opened?|open|full|empty|asleep|awake)\b|½ ?(?:of )?#? ?(?:an?|the|your|each|one) (?:hour|dose)|#?½ of one lobe)",
            "Wait half an hour before the scan.", "Half of the children had a fever.", first=True,
            unless=rf"affected|people are|patients are|\bin the other ½|{_FATE}|\brelaps\w*|\bremission\b|\balive\b|\bdies?\b|\brespond\w*|(?:came|comes?|coming) back|\bworks\b|\blived\b|\bfails\b", cue="½"),
    Allowed("cut-in-half", r"\b(?:cut|break|split|fold|tear|divide)\w*\b[^#½.;]{0,30} (?:in|into) (?:½|halves)",
            "Cut the tablet in half.", "The drug cut deaths in half.", first=True, unless=r"deaths?|rates?\b|risks?\b|relapse|mortality|cases|number|failures?|infections?|fevers?|\bstays?\b|\btime\b|leuka?emia|rejection|seizures?|hazard|chance|toxic|damage|surviv|suffering", cue="½|halves"),
    Allowed("quarters-of-a-thing", r"half-life\b[^½.]{0,120}\bby ½|(?:into|size of(?: a)?|(?:bigger|smaller|larger|wider|nearest) (?:than )?(?:a )?(?=½(?:[.,;]| pound| kilo| inch| degree| hour|$))|past|the last|fiscal|first|second|fourth|each|per) ?(?:½|quarters?)(?!\w)",
            "Cut the tablet into quarters.", "We put a quarter of the patients into a second group.", first=True, cue="½|quarter"),
    Allowed("meal-shares", r"½ (?:of |your |with |should )[^.;]{0,40}",
            "Fill one quarter with whole grains on your plate.", "One quarter of those with a relapse had seizures.", unless=r"½ of (?:the |these |those |our )?(?:people|patients|children|adults|women|men|them|those)\b|\bthose\b|could not|\bskip", first=True,
            near=r"\bplates?\b|\bmeals?\b|\bmug\b|\bbowl\b|\bcup\b|\bglass\b", cue="½"),
    Allowed("defined-as", r"(?:defined as|is defined by|means|(?<!the )(?<!^)(?<!\. )(?<!: )(?<!; )(?<!, )mean(?! (?:change|difference|score|value|age|time|duration|number|length|level|reduction|increase)s?\b)(?! (?:[a-z-]+ ){0,3}(?:was|were|is|of|fell|rose|dropped|went|increased|decreased|improved)\b)|is called|are called|classified as|considered(?! to have)|counts as|called(?! (?:as|in|back|to|for|on|if|when|after|before)\b))\b(?:(?! and (?:may|can|will|usually|often)\b| (?:is|are) (?:estimated|thought|believed)\b|, (?:with|which|who|that)\b)[^#½.;?!]){0,90}(?:#|½)[^#½.;]{0,30}(?:#[^#.;]{0,10})?",
            "A marrow relapse was defined as more than 25% blasts.", "A relapse, defined as blasts in marrow, hit some; 25% died.", first=True,
            unless=rf"\b(?:of|in) (?:the )?{PEOPLE}\b|# (?:cases|deaths)\b|surviv|mortality|\brisks?\b|median|\bmean (?:age|time|of|score)|out of #|\bhalf of|\b(?:died|killed|cured|hit|failed|relapsed|lost)\b|\b(?:treated|enrolled|tested|affects?|led to) (?:about |over |some |nearly )?#|\b(?:this|that|it|which) means (?:that )?(?:about |around |some |roughly |only |nearly |over )?[#½]|\b(?:called|considered|classified)\b[^#½.;]{{0,60}} (?:in|to|for|by) (?:about |some |over |only |up to |nearly )?[#½]|(?:occur|happen)\w* (?:in|to) |\bcarr(?:y|ies)\b|: #|, (?:as|with|so|and|but) [#½]|# ?% (?:alive|went|met|are|were|was)\b", cue="defin|mean|called|classified|considered|counts as"),
    Allowed("percentile", r"#?(?:\d{1,2}(?:st|nd|rd|th)|#(?:st|nd|rd|th)) (?:percentile|centile)",
            "Below the 5th percentile, tell the team.", "Below the mark, 5 children had to stay.", first=True, cue="percentile|centile"),
    Allowed("share-of-a-dose", rf"#{PERCENT} (?:of (?:the |your |his |her |their |its )?(?:planned|protocol|total|maximum|standard|full|usual|recommended|prescribed|original|target|initial|starting|calculated) (?:[a-z-]+ )?(?:doses?|dosage|amount|chemotherapy|treatment|strength|radiation|medicine|drug|course|level)\b|(?:dose|dosage) (?:reduction|increase|cut|adjustment))|\b(?:reduce|cut|lower|raise|increase)\w* (?:the |your |his |her )?dos(?:e|es|age) (?:by|to) #{PERCENT}|\bdos(?:e|es|age)\b[^#.;]{{0,30}}(?:cut|reduced|lowered|raised|increased|dropped) (?:by|to) (?:#{PERCENT}|½)|\b(?:cut|reduce|lower|halve)\w* (?:the |your |his |her )?dos(?:e|es|age) (?:by|to|in) ½",
            "The dose was cut by 25% after the liver test.", "Taking less than 95% of the prescribed doses raises the chance of relapse.", first=True, unless=r"relaps|\brisks?\b|\bchances?\b|surviv|likel|outcome", cue="dos|planned|protocol|total|maximum|standard|full|usual|recommended|prescribed|original|target|initial|starting|calculated"),
    Allowed("share-of-money", rf"#{PERCENT} (?:off|discount|deposit|vat|tax|interest)\b(?! (?:the drug|treatment|therapy|steroids))|#{PERCENT} of (?:the |your |their |weekly |monthly |average |annual )*(?:earnings|wages?|salary|pay|bills?|rent|fare|fees?)\b|(?:insurer|insurance|plan|employer|medicare|medicaid|health fund)[^#.;]{{0,30}} (?:pays?|covers?|reimburses?) (?:about |up to )?#{PERCENT}|\b(?:you|families|patients|members) (?:will )?pay (?:the )?(?:other |remaining |last )?#{PERCENT}|extra time of #{PERCENT}|#{PERCENT} (?:extra time)",
            "Families get 10% off in the shop.", "After a year 10% went off the drug.", unless=r"\b(?:lose|loses|lost|fell|falls?|drops?|dropped)\b|interest in\b", first=True, cue="%|cent|pct|point"),
    Allowed("daily-value", rf"#{PERCENT}(?: or (?:more|less|higher|lower))? (?:of (?:the |your )?)?daily value\b|(?:hba@|@) (?:is|of|above|below|under|over) #{PERCENT}(?: or (?:higher|more|above|lower|less|below))?(?= on |[.,;)]|$)",
            "Food with 20% or more of the daily value of salt is salty.", "In 20% or more the daily value of rest was lost.", first=True, unless=_FATE, near=r"daily value|diabetes|blood sugar|glucose", cue="daily value|@ "),
    Allowed("result-that-means", rf"\b(?:results?|chimerism|readings?|values?|scores?|levels?)\b[^#½.;]{{0,20}}#{PERCENT}(?: or (?:above|more|higher|below|less|lower))? means\b|\bcut-?offs?(?: level| value| point)?s? (?:of|at|was|were|is) #{PERCENT}",
            "A chimerism of 100% means that all cells are the donor's.", "A chimerism test in 100% of them found cells of the donor.", first=True, unless=_FATE, cue="means|cutoff|cut-off"),
    Allowed("tissue-match", r"#(?: out of | of |/)#(?: hla)?[ -]match(?:ed|es)?\b(?! (?:patients|people|children|controls|donors|siblings|pairs|transplants))|\bmatch(?:ed)?\b[^#.;]{0,30}#(?: out of | of |/)# (?:hla|markers|alleles|loci)\b|\bmatch\b[^#.;]{0,20}\b(?:written|called|said)(?: as)? #/#(?: or #/#)?|\b(?:hla|donor)\b[^#.;]{0,20} (?:is|are|was) an? #/# match",
            "Your sister is a 10 out of 10 match.", "A match was found for 9 out of 10 patients.", unless=r"\bdeaths?\b|\brisk\b|surviv|relapse", first=True, cue="match"),
    Allowed("cells-among-cells", r"#(?: [a-z-]+){0,3} (?:in|among|out of|per) (?:every |each )?#(?: (?!had\b|have\b|has\b|with\b|of\b|patients\b|children\b|people\b|adults\b|were\b)[a-z-]+){0,3} (?:cells|ones)\b|cells? (?:down to|as few as|at a level of) # in (?:a )?#",
            "The test can find 1 in 100,000 cells.", "The test found cells in 1 in 100 people.", unless=r"\brisk\b|\brelapse|outlook|\bworse\b|\bbetter\b", first=True,
            near=r"\bmrd\b|detect|\bpick|\blooks? for\b|\bfinds?\b|sensitiv|limit|negative|positive|\bmeans?\b|defin", cue="cells|ones"),
    Allowed("many-in-one-product", r"#-in-#(?: [a-z-]+)? (?:vaccines?|jabs?|boosters?|inhalers?|pills?|injections?|shots?|tablets?|devices?)\b",
            "The 6-in-1 vaccine is given at eight weeks.", "The risk was 1-in-6 after the vaccine.", first=True, cue="-in-#"),
    Allowed("no-two-alike", r"\bno # (?:[a-z-]+ )?(?:people|patients|families|children|persons|bodies|cases|babies|women|men)\b(?=.{0,40}\b(?:alike|same|identical)\b)",
            "No two families cope in the same way.", "No: two families had a relapse in the same year.", first=True, most=2, cue="no #"),
    Allowed("who-may-be-there", r"(?<!\w)#(?: [a-z-]+)? (?:adults?|visitors?|parents?|people|persons?|carers?|children|guests?|members?)\b(?: [a-z-]+){0,4} (?:should|must|at a time|at once|are allowed|is allowed|(?:can|may) (?:stay|visit|come|sit|travel))\b|\b(?:room|space|places|seats) for (?:up to )?# people\b|^(?:tell|ask|choose|pick|invite|bring|name) [^#.;]{0,24}#(?: (?:or|to) #)? (?:[a-z]+ )?people\b|\bonly # visitors?\b|\byou (?:will|may|can|might) (?:meet|see|speak to) #(?: (?:or|to) #)? (?:[a-z]+ )?people\b",
            "Two adults should travel with the child.", "Two adults died at home.", unless=r"should (?:never |not )?have|\brelaps|came back", first=True, most=40, cue="room for|space for|places for|seats for|people|should|must|at a time|at once|allowed|can |may |only #|you will|you might"),
    Allowed("alpha", r"\balpha(?: level| error)? (?:of|was|is|at|=|set at|was set at) #",
            "A two-sided alpha of 0.05 was used.", "Interferon alpha helped 5 of them.", first=True, cue="alpha"),
    Allowed("hospital-beds", r"#(?:-| )(?:bed|bedded|place|seat)\b",
            "The 300-bed hospital has opened.", "Of 300 bedridden people some were sent home.", cue="bed|place|seat"),
    Allowed("significance-level", r"\bp(?:-| )?values? (?:of )?(?:under|below|less than|<|≤|of less than) ?# (?:was|were|is|are) (?:taken|considered|regarded|deemed|seen)",
            "P values under 0.05 were taken as significant.", "The p value was under 0.05.", first=True, cue="value"),
    Allowed("names-of-projects", r"\bthe # [a-z]+(?: [a-z]+)? (?:project|programme|appeal|fund|campaign|challenge|club)\b",
            "The 100,000 Genomes Project has closed.", "The 100,000 genomes were read for the project.", first=True, cue="the #"),
    # ------------------------------------------------------------ dates and numbers that are names
    Allowed("month-and-day", rf"\b(?:{MONTH})\.? #(?:(?:st|nd|rd|th)\b)?(?: ?- ?#(?:st|nd|rd|th)?)?(?!\w)|#(?:st|nd|rd|th)?(?:{_TO}#)? (?:of )?(?:{MONTH})\b|\b(?:{MONTH})\.? #",
            "The FDA approved it on 30 August 2017.", "The FDA in August heard of 30 deaths.", first=True, cue="jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"),
    Allowed("decade", r"(?<!over )(?<!over-)(?<!under )(?<!under-)(?<!their )(?<!his )(?<!her )(?<!their mid )(?<!their mid-)(?<!their early )(?<!their late )(?<!(?:his|her) mid )(?<!(?:his|her) mid-)(?<!(?:his|her) late )(?<!(?:his|her) early )#'?s\b(?! ?#)",
            "In the 1960s doctors began to combine drugs.", "In the study of adults 1960 relapsed.", first=True, cue="#s|#'s"),
    Allowed("year", r"#(?:(?: ?- ?| to | and | or | through |/|, | until )#)*",
            "The first patient was treated in 2012.", "The trial put 2012 patients in two arms.", years=True, first=True),
    Allowed("label-and-number", rf"(?<!each )(?<!every )(?<!per )(?<!\ba (?=day|week|month|year|visit|course|cycle|group|arm|cohort|study|trial))\b{_NO_COUNT}{LABEL}(?: |-|: )(?:[ivx]{{1,4}}[ab]?[ ,-]*)?{_MANY}(?:[a-c]\b)?(?! ?%| per ?cent)",
            "Grade 3 needs hospital care.", "Grade rose in 3 children.", first=True,
            unless=r"\b(?:grades?|levels?|scores?|types?|stud(?:y|ies)|trials?|groups?|arms?|cohorts?) #,? (?:patients|people|children|women|men|adults)|\b(?:study|studies|trials?|groups?|arms?|cohorts?) # (?:of|out of|in) (?:every |each |the |these )?#|\b(?:medians?|means?|averages?)(?: [a-z]+)?(?:,| of| was| is| at|:)? (?:day|week|month|year)s? #|\b(?:deaths|cases|admissions|infections|relapses)\b[^#½.;]{0,24}: #|\b(?:in|under|on|with|during) (?:the|this|that|#|an?|our|another) (?:[a-z-]+ ){0,2}(?:study|trial|group|arm|cohort|protocol|course|cycle) # (?!and\b|or\b|to\b|of\b|in\b|is\b|at\b|on\b|for\b|with\b|was\b|were\b|has\b|had\b)[a-z]+|\b(?:phase|cohort|course|cycle|part|group) #, # (?:respond|surviv|reach|fell|lived|got)\w*|\b(?:crs|fever|neurotoxicity|engraft\w*|relapses?d?|deaths?|died|counts?|neutrophils|platelets|infections?)\b[^#½.;]{0,40} (?:on|by|at|in|around) (?:day|week|month|year)s? #|\b(?:most|half|many)\b[^#½.;]{0,30} (?:by|in|on) (?:day|week|month|year) #|\b(?:by|in|on|around) (?:day|week|month|year) # (?:most|half|many)\b|\b(?:last|this|next|that) (?:year|month|week),? #"),
    Allowed("number-and-label", r"\b(?:registered charity|component|locus|isoform|subunit|[a-z]+(?:ferase|kinase|genase|ctase|thase|sidase|tidase)|(?:disease|syndrome|deficiency|dystrophy|ataxia|dysplasia) type|(?:myopathy|neuropathy|dystrophy|ataxia|dysplasia|paraplegia)(?= #(?: (?:is|are|can|may|gene)\b|[.,;)]|$))) #(?=[ .,;:)]|$)(?! (?:years?|months?|weeks?|days?|times|of|out|in)\b)(?! ?%)|(?<!every )#(?:st|nd|rd|th) (?!birthday,? (?:many|most|few|half|nearly|almost)|(?:year|month|week|day|decade)s? of life|most |leading|commonest)[a-z]+|#(?:-| )year (?:challenge|plan|programme|program)|no\. ?#|nos\. ?#",
            "Weakness starts in the 4th finger.", "Weakness starts in 4 people.", unless=r"\b(?:diagnos\w*|die[sd]?|dead|begins?|relapse\w*|peaks?|had)\b[^.;]{0,40}birthday", first=True),
    Allowed("step-of-a-list", r"^ ?\(?#[.):] |^ ?# ?$|\b(?:and|or) \(#\)(?= [a-z])|\b(?:by|are|include|includes) \(?#\)(?= [a-z])|^ ?# (?:the|this|these|when|what|how|why|if|it|in|acute|chronic)\b(?![^.;]{0,60}\b(?:died|dead|relapsed|lived?|cured|survived|had|ill)\b)|[:,;] (?:and |or )?\(?#\)(?= [a-z])",
            "3. Wash your hands.", "3 patients washed their hands."),
    Allowed("copies-of-a-chromosome", r"\b(?:trisomy|monosomy|chromosomes?|(?:and|or) (?:chromosome )?)(?: |s )#(?: and #)?|# (?:pairs of )?chromosomes|# copies",
            "Each cell carries two copies of chromosome 9.", "Each year two cases are found.", unless=rf"# {PEOPLE}\b|do(?:es)? better|do(?:es)? worse|\bfares?\b|outlook|prognos|good sign|surviv", cue="somy|chromosome|copies|and|or"),
    Allowed("clock", r"#(?: ?[ap]\.?m\.?\b)?(?: ?(?:-|and|to) ?#)? ?(?:[ap]\.?m\.?\b|o'clock|noon|midnight)|\bat #(?::#)?(?= ?(?:am|pm))",
            "Ring between 9 am and 5 pm.", "Between 9 and 5 patients came.", cue="am|pm|a.m|p.m|clock|noon|midnight"),
    Allowed("on-duty", r"\b(?:open|duty|hours?|shifts?|daily|weekdays|staffed|call)\b[^#.;]{0,30}(?:from |between )#(?: to | and |-)#(?=[.,;]|$)",
            "An interpreter is on duty from 9 to 5.", "The share on duty rose from 9 to 5.", unless=rf"{_FATE}|\b(?:rose|fell|dropped|share|rate)\b|[a-z]rose", cue=" #"),
    Allowed("house-number", r"(?<!\w)#,? (?:[a-z]+ ){1,3}(?:street|road|avenue|lane|drive|boulevard|crescent)\b",
            "Write to us at 400 Oak Street.", "We saw 400 people in the street.", unless=rf"\b{PEOPLE}\b", cue="street|road|avenue|lane|drive|boulevard|crescent"),
    Allowed("age-for-a-jab", r"\bat #(?: (?:and|or|to) #)?(?: (?:years|months|weeks))?(?= and\b|[.,;]|$)",
            "Girls should get the vaccine at 11 or 12.", "The share peaked at 11 or 12.", near=r"\b(?:vaccines?|jabs?|boosters?|shots?|mammograms?|smear|screening|check-?ups?)\b", unless=rf"{_HARM}|\bpeak", most=99, cue="at #"),
    Allowed("child-of-so-many", r"\b(?:child|boy|girl|baby|toddler|son|daughter|teenager) of #(?=[ .,;]|$)(?! (?:patients|people|had|died))",
            "A doll helps a child of four to see the test.", "Each child of four had a relapse.", most=19, unless=_HARM, cue=" of #"),
    Allowed("dose-cell", r"\b(?:dose|dosage|amount)\b[^#|]{0,24}\| ?#(?=$|[ ,;])",
            "Dose (mg) | 50", "Died at this dose: | 50", unless=rf"\b{PEOPLE}\b|{_FATE}", cue="dos|amount"),
    Allowed("license-version", r"\b(?:attribution|licen[sc]e|cc by(?:-[a-z]+)*) #",
            "The words are under CC BY 4.0.", "Of those named by us 4.0 percent left.", cue="attribution|licen|cc by"),
    Allowed("price", r"[£$€] ?#(?: ?(?:million|billion|k))?|# (?:usd|gbp|eur|dollars|pounds sterling|euros|pence|cents)\b",
            "Parking costs £4 per day.", "Parking was hard for 4 parents.", cue="£|$|€|usd|gbp|eur|dollar|pound|euro|pence|cent"),
    Allowed("code-in-brackets", r"\((?:phone|fax|tel|room|page|p\.|pp\.|version|v\.?|code|ref\.?|isbn|id|study|protocol|figure|fig\.?|table|see)[^()]{0,20}#[^()]{0,20}\)|\bversion #(?:\.#)?|\b(?:article|item|id|code|license|licence|protocol|registration)(?: no\.| number)? #",
            "See the form (page 12).", "See the group (women, 12).", unless=r"protocol # (?:[a-z]+ed|were|was|had|did|lost)\b", cue="(|version|article|item|id|code|licen|protocol|registration"),
    # ------------------------------------------------------------ doses, sizes, measures
    Allowed("dose", rf"(?:[<>≥≤~±+-] ?)?#(?:(?:{_TO}| and | or | x |×| by )(?:[<>≥≤] ?)?#){{0,12}}(?: ?x ?#|,? #-[a-z]+)? ?-?(?:{UNIT})(?![a-z])",
            "Fludarabine 30 mg/m² is given for 4 days.", "Fludarabine helped 30 of them.",
            unless=r"\brais(?:e|es) the risk|\bincreas(?:e|es) the risk|# or more [a-z]+ drinks|times higher|\bharms\b(?! of)|\bdamages? the\b|had more\b|steriles?\b|\b(?:shorter|taller) than\b|ended up\b|\b(?:lost|gained) #|(?:fell|shrank|grew) by #|lost more\b"),
    Allowed("up-to-an-exponent", r"#(?:(?: ?- ?| to | and )#)?(?: ?[x×] ?| ?- ?| to | and )@",
            "She received 0.2 to 5.0 × 10^6 cells.", "She counted 0.2 and then 5.0 of them."),
    Allowed("sign-of-a-level", r"^(?:below|above|under|over) #(?:\.#)? (?:is|means)\b|\bfrom # to # (?:is|are) (?:called|known as|classed|considered)\b|\bshould (?:be|stay|lie|fall|remain) between # and #(?=[.,;]|$)|(?:\b(?:below|above|under|over) #|# or (?:more|less|higher|lower|above|below)) (?:is|are|means) (?:called|known as|classed|considered)\b",
            "Below 18.5 is a sign that you are underweight.", "Below 18 patients are shown.", unless=rf"\b{PEOPLE}\b"),
    Allowed("blood-pressure", r"#/#(?: ?mm ?hg| or (?:higher|lower|above|below|more|less)|,? (?:is|means) (?:high|low|normal))|\b(?:readings?|pressures?) (?:of|such as|like|was|were|are|is) (?:#/#(?:, (?:or )?| or | and )?){1,6}|\b(?:top|bottom|upper|lower|first|second|systolic|diastolic) number (?:(?:is|of|between|over|under|above|below|was|from|at) ){0,3}#(?:(?: and | to |-)#)?|# over #(?=[.,;)]|$)|\bblood pressure\b(?:(?! in | struck )[^#.;]){0,40}#/#",
            "140/90 or higher is high blood pressure.", "140/190 patients responded to the drug.", first=True, unless=r"(?:increased|higher|greater) risk|\brisk (?:is|rises)", cue="/|pressure| number| over #"),
    Allowed("temperature", r"\b(?:temperature|fever|heated|thermometer|hot|cold|warm)\b[^#½.;]{0,50}(?:above|over|below|under|than|of|at|to|is|was|reache[sd]|between|and|around|about|hits|\()[ (]?#(?: ?[-/] ?#)?\)?(?: ?°? ?[cf]\b| degrees)?|#(?:\.#)? ?°? ?[cf]\b(?: ?[/(] ?#(?:\.#)? ?°? ?[cf]\b\)?)?",
            "Call us if the temperature is above 38.", "A temperature was taken in the group; 38 fell ill.",
            unless=rf"(?:temperature|fever)[^#½.;]{{0,60}}# {PEOPLE}|\b(?:rates?|risk) of\b|{_FATE}|\b(?:present|seen|sign|found) in\b|\bstruck\b|\bcases rose", cue="temperature|fever|heat|thermometer|hot|cold|warm|#c|#f|# c|# f|°"),
    Allowed("lab-value", r"\b(?:psa|e?gfr|anc|hb|hgb|hct|mcv|igg|crp|wbc|hemoglobin|haemoglobin|platelets?|neutrophils?|lymphocytes?|white (?:blood )?cells?|blood cells?|glucose|cholesterol|creatinine|bilirubin|albumin|ldh|afp|bmi|body mass index|hba1c|a1c|gleason|score|scores|scoring|mic|viscosity|ph|calcium|potassium|sodium|ferritin|counts?|level|levels|blood sugar|readings?|spf|enzymes?|titers?|ldl|hdl|viral load|percentage|marker|range)\b(?: counts?| levels?| value| is| was| of| be| are| can| falls?| drops?| dips?| rises?| goes| gets| climbs?| stays?| any| between| from| the| a| an| score| than| lower| higher| or| for| to| range| ranges| in| normal| remains?| at diagnosis| low| say|,|\(| ){0,10}(?:below|above|under|over|less|more|than|at least|up to|equals?|from|between|of|is|to|[<>≥≤=])* ?\(?(?<! in )(?<! for )(?:below |above |under |over |less than |more than )?#(?:(?:{_TO}| and )#)?(?! ?%)(?! (?:of|patients|people|children|cases|died|relapsed|survived|lived|were|had|got)\b)".replace("{_TO}", _TO),
            "A platelet count of 150 to 400 is normal.", "A platelet count helped 150 patients.",
            unless=rf"median|mean (?:score|change)|averag|worse outlook|poor(?:er)? outcome|worse outcome|(?:higher|greater|increased) risk|\bchange in|\b(?:rates?|risk) of\b|{_FATE}|\bfares?\b|do(?:es)? (?:badly|worse|well|better)\b|\bworsens?\b|\bodds\b|have more\b|had more\b|bad news|\bputs? (?:an? |the )?(?:child|people|patients?|someone|you)\b|\bdanger", cue="psa|gfr|anc|hb|hgb|hct|mcv|igg|crp|wbc|globin|platelet|phil|phocyte|cell|glucose|cholesterol|creatinine|bilirubin|albumin|ldh|afp|bmi|body mass|a1c|gleason|scor|mic|viscosity|ph|calcium|potassium|sodium|ferritin|count|level|blood sugar|reading|spf|enzyme|titer|ldl|hdl|viral load|percentage|marker|range"),
    Allowed("times-normal", r"#(?:{_TO}#)? times (?:of |the )?(?:upper |normal |usual )*(?:limit|normal|range|value)|within # times".replace("{_TO}", _TO),
            "Enzymes within three times of the normal limit are fine.", "Enzymes were three times higher in men.", unless=r"\bsurvivors\b|\brisks?\b|\bdeaths?\b|\bdie\b|mortality|cancers?\b|attacks?\b|fertil|\brates?\b|\bsevere\b|in most\b", cue="times"),
    Allowed("times-a-day", r"#(?:{_TO}#| or #)?(?: |-)times?\b(?! (?:more|less|higher|lower|greater|as|the|normal)\b)(?: or more)?(?: (?:a|an|per|each|every|daily|weekly|in|after|during|over|for|before))?(?: #)?(?: [a-z]+)?".replace("{_TO}", _TO),
            "You may have to repeat the scan three times.", "Survivors have three times the risk.", unless=rf"{_FATE}|\brelaps\w*|\bremission\b|\balive\b|\bdies?\b|\brespond\w*|(?:came|comes?|coming) back|\boccurr|\bhappened|seizures?|readmitted|\bin (?:the )?(?:[a-z]+ )?(?:arm|group|trial)\b|\b(?:recorded|reported|noted)\b", cue="times"),
    Allowed("every-so-often", rf"#-(?:yearly|monthly|weekly|hourly|daily)\b|^# (?:yearly|monthly|weekly|hourly|daily)\b|\b(?:every|each|once|twice|per|weekly|daily)(?: a| in)?(?: other)? #(?:(?:{_TO}| or | and )#)?(?:[ -](?:{TIME}|cycles?|courses?|visits?))?",
            "The team checks it every 4 hours.", "Every one of the 4 relapsed.", unless=r"\bonce # (?:had|died|relapsed)|(?:adds?|rais|increas|made)\w* [^.;]{0,30}(?:risk|relapse|odds)", cue="every|each|once|twice|per|weekly|daily|yearly|monthly|hourly"),
    Allowed("per-day", r"#(?! (?:a|per|each|every) year\b)(?: [a-z-]+){0,4} (?:a|per|each|every) (?:day|night|week|month|hour|minute|year)\b",
            "Drink two litres a day.", "About 15 drinkers a year die of it.",
            unless=rf"\brais\w+ the|\bincreas\w+ the|\bdecreas\w+ the|\blower\w* the|\barm\b.*\barm\b|# (?:[a-z-]+ ){{0,2}}[a-z-]*(?:{_HAPPENINGS}) (?:a|per|each|every) year\b|# (?:new )?{PEOPLE}\b|hot flashes|\b(?:lives|deaths|dies?|kills?|killed|cases|relapses)\b[^#½.;]{{0,60}}#|(?:dropp?ed|fell|fallen|rose|risen|increased|decreased|declined|grew|grown) by #|\b(?:cured|dies?|died|infused)\b", cue="day|night|week|month|hour|minute|year"),
    Allowed("so-many-a-year", r"# (?:a|per|each|every) year\b",
            "There are two a year.", "There are 21,000 a year.", most=12, unless=_FATE, cue=" year"),
    Allowed("telephone", rf"\b(?:dial|ring|call(?:ing|s)?|phone|nhs|text|bleep|pager|extension|ext\.?|press|fax|helpline|hotline|switchboard)\b(?: (?:[a-z]+ to(?= #)|stop|us|on|to|at|the|nhs|helpline|line|number|for|option)){{0,4}} #(?:[ -]#){{0,3}}(?! (?:[a-z-]+ )?{PEOPLE}\b)",
            "Dial 999 if his lips swell.", "Those who made the call, 999 in all, were asked again.", cue="dial|ring|call|phone|nhs|text|bleep|pager|ext|press|fax|line|switchboard"),
    Allowed("software", r"\b(?:ios|android|windows|macos|stata|spss|sas|prism|excel|chrome|safari|firefox|python) #(?:\.#)?",
            "The app needs iOS 14 or later.", "The app helped 14 of them.", cue="ios|android|windows|macos|stata|spss|sas|prism|excel|chrome|safari|firefox|python"),
    Allowed("hour-of-a-day", rf"\b(?:at|by|from|until|till|before|after|,) #(?:(?: past| to| until| till|-| ?-) ?#)?(?= |[.,;)]|$)(?! (?:[a-z-]+ )?{PEOPLE}\b)",
            "The group meets on Thursday from 4 to 6.", "The group on Thursday lost 6 men.", near=r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|o'clock|\bpast #", unless=rf"{OUTCOME}|\b(?:rose|fell|went|dropped|increased|decreased)\b", cue="day|clock|past"),
    Allowed("at-bedtime", r"(?<!\w)# (?:at|in|before|after|with|every|each) (?:the )?(?:bedtime|morning|breakfast|lunch|dinner|tea|supper|evening|night|noon|meals?|food)\b(?! shift)",
            "Take one in the morning and two at bedtime.", "Two in the night shift group died.", most=10, cue="bedtime|morning|breakfast|lunch|dinner|tea|supper|evening|night|noon|meal|food"),
    Allowed("breathing-and-counting", r"\b(?:breathe|inhale|exhale|hold(?: it| your breath| still)?|count)(?: (?:in|out|slowly|down|again|up|aloud|on))* (?:to|for|of|until|from) (?:a count of )?#(?:(?:,? and|,)? (?:[a-z]+ ){0,2}(?:for|to) (?:a count of )?#){0,3}(?=[ .,;)]|$)|(?<!\w)#(?:-#){3,}",
            "Breathe in for four, hold for two and breathe out for six.", "The count rose to 46.", most=100, unless=rf"\b{PEOPLE}\b|{_FATE}|\b(?:rose|fell|went)\b", cue="breathe|inhale|exhale|hold|count|#-#-#"),
    Allowed("one-or-two-of-it", r"(?<!\w)# or # (?:up to|at a time|(?:times|every|a|each|per) (?:[a-z#]+ )?(?:day|night|week|hours))|\bcut\b[^#.;]{0,20}\b(?:tablets?|pills?|patch|it|them)\b[^#.;]{0,14} in #",
            "One or two up to four times a day.", "One or two died on one day.", most=4, unless=rf"\b{PEOPLE}\b|{_FATE}", cue=" or #|cut"),
    Allowed("minus", r"# (?:minus|plus) (?:your|the|his|her)\b|\brule of #(?= )|\b(?:marked|stamped|engraved|printed)(?: with)? [\"“'‘]#(?: ?#)?|\bset\b[^#.;]{0,24}\b(?:alarm|pump|timer|dial|machine|alarms|pumps)\b[^#.;]{0,16} (?:at|to) #(?:[^#.;]{0,24} (?:at|to) #)?",
            "The top rate is 220 minus your age.", "The rule helped 220; minus the pain.", unless=rf"\b{PEOPLE}\b", cue="minus|plus|rule of|marked|stamped|engraved|printed|set "),
    Allowed("lettered", r"#[a-e]\b",
            "Stage 3 is split into 3a and 3b.", "We saw 3 b-cell relapses.", cue="#a|#b|#c|#d|#e"),
    Allowed("sum-of-shares", r"\b(?:add up|adds up|sum|sums|come|comes) to (?:more than |less than |over |exactly )?#(?: ?%)?(?= |[.,;)]|$)",
            "The figures may not add up to 100.", "The figures in the add-on trial rose to 100.", near=r"rounding|percentages|figures|not add|shares", cue="add|sum|come"),
    Allowed("the-usual-number", r"\bthe (?:usual|normal|expected) #(?=[.,;)]|$)",
            "The cells have more than 50 chromosomes instead of the usual 46.", "The usual 46 of them died.", unless=r"\bnumbered\b|\bnot the\b", cue="usual #|normal #|expected #"),
    Allowed("must-be", rf"\bthere should be #(?=[.,;]|$)|\bmust (?:be|weigh|have)(?: (?:at least|over|under|between|aged|more than|from))? #(?:(?:{_TO}| and )#)?(?! (?:[a-z-]+ )?{PEOPLE}\b)",
            "Donors must be 18 to 35.", "There must be 18 patients who died.", cue="must |should be"),
    Allowed("if-you-are-between", rf"\b(?:you|they|he|she|your child|donors?|siblings?|can join(?: [a-z]+){{0,3}})(?: are| is| must be)? (?:between|aged) #(?:{_TO}| and )#(?! out of)",
            "You can join if you are between 1 and 25.", "Of those in the arms between 1 and 25 died.", cue="between|aged"),
    Allowed("was-a-child-when", r"\b(?:[a-z]+) (?:was|is|were) (?:only |just |nearly |almost |about )?# when (?:she|he|they|we|i|it|her|his|my|our)\b",
            "Maya was seven when she was told.", "The number alive was seven when we stopped.", unless=r"\b(?:number|count|total|rate|deaths?|alive|died|cases)\b|\b(?:typical|average|usual|most)\b", most=99, cue=" when "),
    Allowed("parent-of", r"\b(?:mother|father|mum|mom|dad|parents?|grandmother|grandfather) of #(?! (?:patients|people|those|the|them)\b)(?: (?:[a-z]+ )?(?:children|boys|girls|kids|sons|daughters))?",
            "A mother of two spoke first.", "Of the mothers of babies two died.", first=True, most=12, unless=_FATE, cue=" of #"),
    Allowed("family-of-ones-own", r"\b(?:my|our|your|his|her|(?:i|we|she|he|you|they) (?:had|have|has)) # (?:[a-z]+ )?(?:children|kids|sons|daughters|boys|girls|babies|brothers|sisters|siblings|cats|dogs|rabbits|hamsters|grandchildren)\b",
            "I had three young children at home.", "We had three children in whom it failed.", first=True, most=12, unless=rf"{_HARM}", cue="children|kids|sons|daughters|boys|girls|babies|brothers|sisters|siblings|cats|dogs|rabbits|hamsters|grandchildren"),
    Allowed("at-an-age", r"^at #,? (?:i|you|your|she|he|they|we)\b",
            "At 18 you sign your own forms.", "At least 18 you know of died.", most=99, cue="at #"),
    Allowed("aimed-at", rf"\baim(?:ing|s)? for (?:a |about |between )*#(?:{_TO}#| and #)?(?! ?%)(?! (?:[a-z-]+ )?{PEOPLE}\b)",
            "Levels are checked, and we are aiming for 200 to 300.", "We are aiming for 200 cured.", unless=_FATE, cue="aim"),
    Allowed("normal-range", rf"\b(?:normal(?:ly)?|your target|the target|your goal) (?:[a-z-]+ ){{0,6}}(?:is|are|runs?|ranges?|lies) (?:from |between |about )?#(?:{_TO}#| and #)?(?! ?%)(?! (?:[a-z-]+ )?{PEOPLE}\b)",
            "Normal lymphocyte counts run from 3 to 9.5.", "In normal care the dead are 3.", unless=rf"{_FATE}|\brisks?\b|\brates?\b", cue="normal|target|goal"),
    Allowed("my-age", r"\b(?:i|he|she|my (?:son|daughter|child|boy|girl|brother|sister|mum|mom|mother|dad|father|wife|husband|partner)) (?:was|am|is|turned) (?:only |just |now )?#(?=[,.;]|$| (?:and|when|years)\b)",
            "I was 34, and I thought I was just tired.", "I was one of 34.", most=110, unless=_HARM, cue=" #"),
    Allowed("name-and-age", r"(?:^|[.:] |\b(?:photo|picture)s? #[.:] )(?!(?:overall|altogether|total|worldwide|meanwhile|still|here|today)\b)[a-z]+, #, (?:from|who|with|was|is|has|likes|loves|plays|says|said|writes|shows?|and (?:his|her))\b",
            "Tom, 11, from Bristol, drew this.", "In all, 11 of those from Bristol died.", most=110, unless=_FATE, cue=", #,"),
    Allowed("day-of-the-month", r"\bon the #(?:st|nd|rd|th)(?=[.,;]|$)",
            "We went home on the 4th.", "Deaths were highest on the 4.", most=31, cue="on the #"),
    Allowed("performance-score", r"\b(?:performance status|ecog|lansky|karnofsky|zubrod)\b(?: (?:performance|status|scores?|index|scale|was|is|were|of|at|as|to|recorded|rated|from|between|a|an|the|least|more|less|than|or|higher|lower)|[\s(≤≥<>=]){0,8} ?#(?:, #)*(?:,? (?:or|to|and) #)?",
            "His Lansky score was recorded as 90.", "Lansky saw them. 90 died.", cue="performance status|ecog|lansky|karnofsky|zubrod"),
    Allowed("cells-per-kilogram", r"#(?: ?(?:x|×) ?@)?(?: [a-z@+-]+){0,3} cells (?:per|for (?:each|every)|/) ?(?:kg|kilo)",
            "The bag holds 2 million stem cells per kilogram.", "Of 2 million people some gave stem cells by the kilogram.", cue="cells"),
    Allowed("times-sign", r"× ?#(?!\w)(?! ?[@%])",
            "She had fludarabine ×3 before the cells.", "She was one of 3.", cue="×"),
    Allowed("so-many-doses", r"\bx ?#(?=[ .,;)]|$)",
            "She had methotrexate x 8.", "She had x; 8 relapsed.", near=r"\b(?:mg|mcg|intrathecal|methotrexate)\b", unless=_HARM, cue="x #|x#"),
    Allowed("mark-of-a-note", r"(?<=[a-z)\]\"']\.)#(?:[,-]#)*(?= |$)|(?<=[a-z]\.) \(#(?:(?:, ?|-)#)*\)$",
            "It often occurs in adults.1,2", "It occurs in adults. 1,200 relapsed.", most=200),
    Allowed("mix-of-two", r"#(?::| ?/ ?|-)# (?:mix|mixture|blend|ratio of water|split of)\b",
            "The gas is a 50:50 mix.", "They have a 50:50 chance.", cue="mix|blend|ratio|split"),
    Allowed("signed-by", r"\[(?:[a-z'-]+ ){0,2}[a-z'-]+, #\]",
            "It felt like a storm. [Diane, 50]", "It felt like a storm. Of the women, 50.", most=110, cue="["),
    Allowed("scale-with-its-ends", r"\b(?:scale|grade|rate|score)\b[^()]{0,60}\(# (?:is|means|being) [a-z ]{1,40}(?:and|to|,) # (?:is|means|being) ",
            "She will grade it (1 is faint and 6 is loud).", "She saw them (1 is faint and 6 is well).", cue="(#"),
    Allowed("or-two", rf"\ban? (?:second|minute|hour|day|night|week|fortnight|month|year|cycle|drink|glass) or #(?![ -]{TIME})(?! {PEOPLE})",
            "The scar fades in a week or two.", "After a week or so 2 relapsed.", unless=rf"{_FATE}|\brelaps\w*|\bremission\b|\balive\b|\bdies?\b|\brespond\w*|(?:came|comes?|coming) back|\bto live\b|\btwo left\b|\bgain\b|\bbought\b|\bgave (?:her|him|them)\b|# left\b", most=3, cue=" or #"),
    Allowed("regimen-sum", r"#\+#(?: ?= ?#)?",
            "The 3+7 regimen pairs two drugs.", "The regimen helped 3 + 7 of them.", cue="#+#"),
    # ------------------------------------------------------------ time
    Allowed("time-frame", r"(?:#-?, ){0,12}(?:and |or )?#(?:[ -](?:year|month|week|day))[ -](?:(?:overall|relative|progression-free|event-free|disease-free|relapse-free|long-term|net|cancer-specific|cause-specific|calendar|clinical|medical|age|time) )?(?:surviv\w+|follow-?up|plan|course|cure|mortality|risk|period|programme|program|history|stay|rate|efs|os|pfs|dfs|study|trial|window|age|groups?|bands?|intervals?|(?:time )?trends?)",
            "The report describes five-year survival.", "The report describes five survivors.", unless=r"surviv\w+ (?:gain|benefit|advantage|edge|lead)|\b(?:had|have|has|gave|gives|give|was|were) (?:only )?an? #|history of\b|\b#[ -]year survivors have\b", first=True, cue="surviv|follow|plan|course|cure|mortal|risk|period|program|history|stay|rate|efs|os|pfs|dfs|study|trial|window|age|group|band|interval|trend"),
    Allowed("days-of-treatment", rf"\b{_NO_COUNT}(?:on |days? |weeks? |months? |years? |cycles? |visits? (?:are )?at )[-−+]?{_MANY}(?: ?(?:to|-|and) ?[-+]?#){{0,3}}(?: (?:months|weeks|years|days))?",
            "Blood is taken on days 1, 8, 15 and 29.", "Blood was taken on the ward; 15 relapsed.", unless=r"\b(?:crs|fever|neurotoxicity|engraft\w*|relapses?d?|deaths?|died|counts?|neutrophils|platelets|infections?)\b[^#½.;]{0,40} (?:on|by|at|in|around) (?:day|week|month|year)s? #|\b(?:most|half|many)\b[^#½.;]{0,30} (?:by|in|on) (?:day|week|month|year) #|\b(?:by|in|on|around) (?:day|week|month|year) # (?:most|half|many)\b", cue="on |day|week|month|year|cycle|visit"),
    Allowed("span", rf"(?:[<>≥≤~] ?)?#-?(?:(?:{_TO}| or | and |, (?:and |or )?)(?:[<>≥≤] ?)?#){{0,12}}(?: or more| or so| more| full| whole| business| working| consecutive| straight| short| long| extra| such)?[ -]?(?:{TIME}|cycles?|courses?|trimesters?|semesters?|sessions?)(?![a-z])(?: (?:old|of age|long|later|earlier|ago|before|after))?",
            "The infusion takes about 30 minutes.", "The infusion helped 30 men.", unless=r"\b(?:cancer|leuka?emia|disease)-free\b|\bbought (?:them |him |her |us |patients |people )?(?:an? |another |about |only )*#|\bgave (?:her|him|them|patients)\b|cut short|\bmost (?:people|patients|children|adults)? ?(?:stay|stayed|spend|spent)\b|\bstayed\b|follow-up was|\bwait [^.;#]{0,40}was\b|\btook # (?:days|weeks|months) to\b|\b(?:side effects|fever|symptoms|numbness|hair|immune)\b[^#.;]{0,40}(?:start|starts|began|begin|faded|grows back|recover\w*)|\badded (?:about |nearly |almost |up to )?# (?:months|years) to|# (?:[a-z]+ )?(?:vs\.?|versus|against|compared (?:with|to)) #|\bgain(?:ed|s)? (?:an extra |about |an average of )?#", cue="sec|min|hour|hr|# h|#h|-h|day|night|week|wk|month|year|yr|#y|# y|#-y|decade|centur|cycle|course|mester|session"),
    # ------------------------------------------------------------ ages as rules
    Allowed("age", r"(?:\b(?:over|under|their|his|her|your|our)[ -](?:early |mid |mid-|late )?#'?s\b)|(?:\b(?:aged?|ages|age of|age group|age is|years)(?: (?:between|from|of|under|over|below|above|is|about|range))*|\b(?:younger|older) than|\bbetween the ages of|\b(?:people|patients|children|adults|women|men|person|girls|boys|babies|teenagers|those|infants|anyone|someone|you|you're|child|is|are|be|if|for|only|must|not|or|and|to)(?: (?:is|are|be|aged|who|who are|under|over|and|or))* (?:under|over|below|above|up to|until|at least|from|about|aged))(?: the)?(?: ages?(?: of)?)?(?: ?[<>≥≤]=?)? #(?:(?:{_TO}| and | or )(?:over |under )?#)?(?: (?:years?|months?|weeks?))?(?: (?:of age|old))?(?: (?:and|or) (?:over|older|above|younger|under|up))?".replace("{_TO}", _TO),
            "The therapy is approved for people up to 25 years of age.", "The therapy helped people: up to 25 relapsed.", unless=r"\bfares?\b|do(?:es)? badly|\btoo toxic\b|\brarely\b|\bseldom\b|\boften cannot\b|had more\b|lost more\b|get more\b|\bdisease of\b"),
    Allowed("age-after", r"#(?:{_TO}#)?(?: |-)(?:years?|months?|weeks?)?(?: |-)?(?:old|of age|and (?:older|over|above|younger|under|up)|or (?:older|over|above|younger|under|up))\b".replace("{_TO}", _TO),
            "You must be 18 or over to give consent.", "Of them 18 were over there.", unless=r"\bfares?\b|do(?:es)? badly|\btoo toxic\b|\brarely\b|\bseldom\b|had more\b|lost more\b|spent more\b|got little\b"),
    Allowed("birthday", rf"\b(?:until|by|before|after|turns?|turned|turning|reach(?:es)?) (?:the )?(?:age |ages )?#(?: years?)?(?=[ .,;)]|$)(?! (?:[a-z]+ )?{PEOPLE})",
            "Care moves to the adult team after 18.", "Care moved to others after 18 deaths.", unless=r"\b(?:fell|rose|dropp?ed|grew|shrank|improved|worsened|cut|reduced|increased|climbed) by #|\b(?:most|many|few|nearly all|almost all)\b|fertil|cataract|menopaus", cue="until|by|before|after|turn|reach"),
    # ------------------------------------------------------------ idioms and small counts of things
    Allowed("one", r"#(?! (?:in|out of|of (?:every|the #)) #)",
            "One way to cope is to talk.", "One in ten relapsed.", least=1, most=1),
    Allowed("zero-of-a-name", r"#(?= tolerance\b|[\"”'’])|(?<=[a-z]-)#(?!\w)",
            "We have a zero tolerance policy.", "We had zero deaths.", most=0, unless=_FATE),
    Allowed("way-of-counting", r"\b(?:people|counts?|counted|numbers?|shares?|printed|told|given|said|always) (?:as |are |stands? )?out of (?:every )?#",
            "The margin is given in people out of 100.", "It was given to 13 people out of 100.", cue="out of"),
    Allowed("in-rows", rf"\b(?:rows?|lines|columns|packs|boxes|sets|batches|strips) of #(?! {PEOPLE})",
            "The circles stand in rows of ten.", "The wards hold rows of ten patients.", cue=" of #"),
    Allowed("pronoun", r"\b(?:the|these|those|all|both|other|first|last|next|us|them|any|same|of|only|your|their|between|top|by) # ?(?=[.,;:)]|$|of (?:you|us|them)|are\b|is\b|were\b|together)|^# (?:are|is|were) (?:chronic|acute|[a-z]+, meaning)|(?<!\w)# of (?:the|these|those) (?:many|several|various|key|major|important|common|most|main|other|best|ways|reasons|drugs|genes)|\bthe # (?:you|we|they) (?:told|gave|showed|asked|chose|said|mentioned|need)\b|# (?:big|large|small|little|more|new|old|other) ones\b|# in a row\b|\bthe other #(?!\w)|\bor # ?(?=\?)",
            "The two of you can decide together.", "Two of the children died.", unless=rf"{_FATE}|\brelaps\w*|\bremission\b|\balive\b|\bdies?\b|\brespond\w*|(?:came|comes?|coming) back|\bworked in\b|\b(?:able|fit) (?:to|for)\b", most=4),
    Allowed("ages-in-brackets", r"\b(?:adults?|children|teens|teenagers|adolescents|infants) \(#(?:-| to )#(?: years)?\)",
            "The figures are for adults (15-99).", "The figures fell in adults (15-99).", unless=_HARM, cue="(#"),
    Allowed("score", r"#(?: to |-)# (?:[a-z]+ )?(?:scale|score)\b|\b(?:scored?|scale|rated|graded|rate (?:your|the|his|her|their|it)|grade (?:your|the|his|her|their|it)|out)\b[^#.;]{0,30}(?:of |from |is |was |to |between )#(?:(?: \([^()#]{0,30}\))? (?:to|and) #|-#)?|\bscored? (?:as )?@?#(?:(?:, | or | to |-)(?:@|#\+?)){1,4}|\bnumbers? (?:from |between )#(?: to | and |-)#",
            "Pain is rated on a scale of 10.", "Pain on the scale, in 10 people, was rated.", unless=rf"\b{PEOPLE}\b|out of #|{_FATE}", cue="number|scor|scal|rat|grade|out"),
    Allowed("small-list", rf"#(?:(?:{_TO}| or | and )#)?(?:[ -](?!(?:of|per|who|whom|that|which|were|was|are|is|had|have|in|into|at|on|by|for|with|to|from|the|a|an|during|after|before|when|if|as|but|than|they|we|it|not|get|gets|got|lost|lived|died|relapsed|took|need|needed|developed|suffered|experienced|received|reported|show|showed|remain|remained|stay|stayed)\b)(?:#-(?:day|week|month|hour) )?[a-zé@'/,+]+){{0,7}}[ -]{THING}(?![a-z])(?!-[a-z]+ed patients|-free)",
            "There are two main types of leukemia.", "There are two deaths to explain.", most=60,
            unless=r"# (?:[a-z-]+ )?[a-z-]+ (?:died|relapsed|got|caught|failed|fell ill|burst|lived|survived)\b|\bkill(?:s|ed)? #|\blost # |\bfailed in #|\bmost\b[^#.;]{0,12}\b(?:been through|received|had) (?:up to |at least )?#|surviv\w*[^#.;]{0,30} in # countries|in # countries surviv|\b(?:found|seen|detect\w*|positive|negative) in # (?:[a-z]+ ){0,3}(?:tests|samples|biopsies|scans)\b"),
    Allowed("of-the-following", rf"#(?: or more)? of (?:these|the following)(?: [a-z-]+)?(?::| {THING}\b|$)",
            "It is diagnosed if you have at least three of the following signs.", "It is diagnosed in three of the following year's births.", most=12, unless=r"following (?:year|month|week)", cue="of the following"),
    Allowed("here-are", r"\bhere are (?:the |my |our |some |just )?#",
            "Here are eight things to pack.", "There are eight dead.", most=60, unless=rf"\b{PEOPLE}\b|{_FATE}", cue="here are"),
    Allowed("has-two", r"\b(?:has|typical|usual|normal) #(?=[.,;:)]|$)",
            "The right lung has three.", "The other arm had three, all of whom died.", most=4, unless=rf"\b{PEOPLE}\b|{_HARM}|\barms?\b|\bgroups?\b", cue="has #|typical #|usual #|normal #"),
    Allowed("crowds-of-things", r"#(?: or even #| to #)? of (?:(?!the\b|these\b|those\b|our\b)[a-z-]+ ){0,4}(?:stones|eggs|sperm|candidates|(?:red|white|blood|stem|normal|healthy|new) cells|chemicals|genes|proteins|molecules|particles|years|medications|medicines|drugs|products|foods|illnesses|diseases|conditions|disorders|causes|miles|dollars|pounds|pages|websites)\b",
            "The gland can hold hundreds of tiny stones.", "The war took hundreds of young lives.", cue=" of "),
    Allowed("parts-of-a-body", r"#(?: ?(?:-|to|or) ?#)?(?: of)?(?: (?:these|those|tiny|small|large|different|known|filtering|taste|sweat|minor|major|laser|nerve|\([a-z]+\)|[a-z]+ary)){0,4} (?:buds|glands|bulbs|pages|filters|atoms|filtering units|genes|chemicals|stones|eggs|sacs|fib(?:er|re)s|follicles|pores|alveoli|nephrons|endings|molecules|compounds|substances|(?:dna )?building blocks|base pairs|countries|species|strains|varieties|kinds|types|subtypes)\b",
            "The tongue has about 10,000 taste buds.", "It kills in 130 countries.", unless=rf"\b{PEOPLE}\b[^.;]{{0,20}}#|\bkill|\bdeath|\bdie[sd]?\b"),
    Allowed("more-than-one", r"\b(?:more than|at least|fewer than|less than|up to|between) # (?:or # )?(?:[a-z-]+ ){0,2}[a-z-]+|# or more (?:[a-z-]+ ){0,4}[a-z-]+s\b",
            "This is treatment with more than one drug.", "More than two died.", most=2, unless=rf"\b{PEOPLE}\b|{_HARM}|# (?:relapsed|went|never|had|did)\b"),
)
