"""The forms of a statistic, each with a sentence that has it and one, as like it as can be, that has not.

A pattern reads the shape of a text: small letters, `#` for a number, `½` for a fraction, `@` for a name with digits. The
named groups say what the numbers are: `low`, `high` (a range), `of` (the whole that a count is taken from).
"""

from __future__ import annotations

import dataclasses

from citecheck.vocabulary import LONG_TIME, OUTCOME, PEOPLE, PERCENT, RISK, RULE, TIME


@dataclasses.dataclass(frozen=True)
class Form:
    """How one kind of statistic is written. `near` must, and `unless` must not, stand in the same clause."""

    name: str
    kind: str
    pattern: str
    flags: str
    leaves: str
    near: str = ""
    unless: str = ""
    only_one: bool = False
    """Whether the form counts one, and nothing else: "one patient died"."""
    never_one: bool = False
    """Whether the word "one" is no count in this form: "one person may stay"."""
    counts: str = ""
    """Whom a form without a number counts: nobody or everybody; empty for other forms."""
    begins_in_words: bool = False
    """Whether the first word of a match belongs to the figure ("none of the 14"), and is no hedge of it."""
    share_always: bool = False
    """Whether "n of m" is a share in this form whatever n and m are, so that a slip ("13 out of 0") is one too."""
    cue: str = ""
    """Words, parted by |, one of which every match holds: where none of them stands, the search is spared."""


_TO = r"(?: ?- ?|-? ?to | through | ?/ ?)"
_NO_STOP = (
    r"(?!(?:of|types?|kinds?|forms?|years?|yrs?|months?|weeks?|days?|hours?|minutes?|times|phases?|grades?|per|to|in|on|at|by|and|or|nor|but|for|from|with|"
    r"without|that|which|who|whose|when|if|than|as|is|are|was|were|be|been|has|have|had|will|can|may|must|should|would|could|does|do|did|the|a|an|your|"
    r"their|his|her|its|our|this|these|those|other|main|mg|ml|main|different|ways?|steps?|drugs?|tests?|things?|parts?|stages?|copies|copy|levels?|groups?|risk|standard|common|"
    r"lowere?d?s?|cuts?|reduce[sd]?|raise[sd]?|increase[sd]?|decrease[sd]?|halve[sd]|doubles?|doubled|prevent(?:s|ed)?|saved?)\b)"
)
_MODIFIERS = rf"(?:[ -]{_NO_STOP}[a-zé@'+/.]{{1,24}}(?:-[a-z@+]{{1,20}}){{0,3}}|[ -](?:grade|phase|stage) (?:#|@|[ivx]+)){{0,5}}"
_AGE = (
    # "up to age 25" is a rule of who may have it
    r"(?<!up to )(?<!until (?!after))(?:(?:(?:younger|older|less|more|greater|higher|fewer|later|earlier) than|under|over|above|below|beyond|aged?|ages?|most (?:people|patients) are|those)"
    # "at two clinics" and "from one copy" name no age
    r"|(?P<weak>before|after|(?<!the )past|(?<!followed )by|around|about|at|from|between|in children|in adults|in people|in women|in men|in patients|in adolescents|in infants|among children|among adults|(?:is|are|be|being|usually|often) ))"
    r"(?: or| and)?(?: about| around| approximately| more than| less than| older than| younger than| under| over| between)?(?: (?:the )?(?:ages?|aged)(?: of)?)?"
    rf" (?P<low>#)(?:(?:{_TO}| and | or )(?P<high>#))?+(?! decades| ?°| (?:[a-z]+ )?(?:countries|states|cities|hospitals|centers|centres|types|kinds|genes)\b| [a-z]+ (?:a|per) (?:minute|hour|day|week)\b| (?:cycles|courses|doses|minutes|mins|inch|inches|percent)\b)"
    r"(?:[ -](?:years?|yrs?|y(?![a-z'])|months?|weeks?|days?)(?![a-z])(?! ago\b)|(?(weak)(?=$|[^a-z °%-]| \(| (?:and|or|but|is|are|was|were|be|been|have|has|had|do|does|did|can|may|might|will|would|the|a|an|in|on|at|to|for|from|of|with|without|who|whom|that|which|when|while|as|than|then|if|because|"
    r"since|after|before|during|most|more|less|often|usually|rarely|tends?|sometimes|carr(?:y|ies)|raises?|lowers?|increases?|decreases?|reduces?|doubles?|fared?|upwards?|onwards?|this|there|it|they|your|their|his|her)\b)|))"
)
_SPAN = rf"(?P<low>#)(?:(?:{_TO}| or | and | more )(?P<high>#))?(?: or more| or so| more)?[ -]{TIME}\b"
_SOMEBODY = r"(?:somebody|someone|(?:another|#|a) (?:[a-z]+ )?(?:person|child|man|woman|patient|baby|adult|family))"
_STRUCK = r"stroke|\btold\b|diagnos|\bdies?\b|\bdied\b|\bborn\b|heart attack|cancer|dementia|leuka?emia|relaps|injur"
"""What it is that somebody has every so many minutes."""
_TERM = r"labell?ed|\b(?:we|is|are) class(?:ed)?\b|classif|defined|counts? as|\btermed\b|\b(?:is|are|now|also) known as\b(?![^.;]*\bwhich\b)|(?:is|are) present when|is diagnosed (?:when|if)|\bdon't mean|is the number of|\btells? you\b|defined (?:[a-z-]+ ){1,6}as\b|surviv\w+ means\b|\bis the (?:first|time|moment|point) (?:of|at|when)\b|\bare said to\b"
"""Words that say what a thing is called: with one of these a cut-off only draws a line."""
_AIM = r"end ?-?points?|main question|(?:to|will|want to) (?:find out|see|know|learn) how many|(?:primary|secondary|main) outcomes?|(?:will|to) measure|outcome measures?|\bwe (?:calculated|estimated|assessed|measured|compared|looked|examined|evaluated|aimed|describe)\b(?! an?\b|[^.;]*(?::|, and (?:those|they|the|children|adults)\b))|(?:was|were) (?:calculated|estimated|evaluated)\b(?! (?:at|to be)\b)"
"""Words that say what a study looks at: a time at which it looks is no result."""

_HARD = r"\bmust\b|\bshould\b|eligib|approv|licen[sc]|criteria|inclusion|exclusion|enrol|recommend|screen|\btrials?\b|whether|\boffer|\bask\b|\bcall\b|\btell\b|vaccin|immuni[sz]"
"""Words that make a rule of an age, whatever the sentence says of risks."""

_ONE_OF = r"(?:pregnancy|birth|family|sibling|couple|household|marriage|brother|sister|mother|father|parent|transplant|operation|infection|fall|fracture|stroke|cancer|tumou?r|diagnosis|admission|donor|survivor|smoker|student)"
"""What one in so many can be, besides people."""

_FARED = (
    r"(?:died|relapsed|survived|lived|responded|recovered|withdrew|dropped out|stopped|improved|passed (?:it|on|[a-z]+ on)|caught|became|fell ill|got (?:better|worse|ill|sick|infected|pregnant)|benefited|worsened|developed|achieved|reached|lost (?:their|his|her|an?|the)|needed an?|"
    r"had (?:an?|to stop)|went (?:on to|into|blind|deaf)|(?:was|were|is|are|(?:has|have|had) (?:ever )?been) (?:[a-z]+ )?(?:alive|dead|cured|lost|in (?:[a-z]+ )?remission|infertile)|"
    r"(?:has|have|had) (?:[a-z]+ )?(?:died|relapsed|survived|responded|recovered))\b"
)
"""What people did, or what was done to them: with one of these the words before say how many."""
_IF = r"\bif\b|\bmay\b|\bshould\b|\bmust\b|\bcan\b|\bnot (?:all|every)\b|\bnearly all|\balmost all|\bcurve\b"

_NTH = "second|third|fourth|fifth|sixth|seventh|eighth|ninth"

FORMS = (
    Form("percent-range", "percent", rf"(?P<low>#){PERCENT}?(?: ?- ?| ?to | through )(?P<high>#){PERCENT}",
         "Relapse came back in 15–20% of children.", "Pack 15 to 20 spare bags.", cue="%|cent|point|pct"),
    Form("percent-between", "percent", rf"between (?P<low>#){PERCENT}? and (?P<high>#){PERCENT}",
         "Between 15% and 20% of children relapse.", "Walk between 15 and 20 minutes.", cue="between"),
    Form("percent", "percent", rf"(?P<low>#){PERCENT}",
         "About 90% of children are cured.", "The ward has 90 beds in two wings.", cue="%|cent|point|pct"),
    Form("few-percent", "percent", r"\b(?:a few|several|single-digit) per ?cent|\b(?:in|to) (?:the )?(?:single|low double|double) (?:figures|digits)\b",
         "A few percent of patients develop a second cancer.", "A few patients ask what percent means.", cue="cent|figures|digits"),
    Form("all-but-of", "in-n", r"\b(?:all|everyone) but (?P<low>#) of (?:the |these |those |our )?(?P<of>#)(?!\w)",
         "All but four of the 190 patients were free of it.", "All but four of the rooms have a view.", cue=" but #", begins_in_words=True),
    Form("every-one-of", "in-n", r"\b(?:every (?:single )?|each and every )# of (?:the |these |those |our )?(?P<of>#)(?!\w)",
         "Every one of the 12 children was cured.", "Every one of the rooms has a view.", begins_in_words=True, cue="every"),
    Form("once-in", "in-n", r"\bonce in (?:every |each |about )?(?P<of>#)(?!\w)(?! (?:years?|months?|weeks?|days?|hours?))",
         "It happens once in every 3,000 births.", "Have it checked once in 12 months.", cue="once", begins_in_words=True),
    Form("between-out-of", "in-n", rf"between (?:about )?(?P<low>#) and (?:about )?(?P<high>#)(?: (?:{PEOPLE}))? (?:out of|in|of(?= every| each))(?: every| each)? (?P<of>#)",
         "The true share lies between 28 and 56 out of 100.", "Sit between rows 28 and 56 in hall 100.", cue="between", share_always=True),
    Form("between-in", "in-n", r"between (?:about )?(?P<low>#) in (?:every )?(?P<of>#) and (?:about )?(?P<high>#) in (?:every )?(?P<upto>#)",
         "Between 1 in 10 and 1 in 5 patients never reach remission.", "Sit between row 1 in hall 10 and row 1 in hall 5.", cue="between"),
    Form("out-of-list", "in-n", r"(?<!out of )(?<!out of every )(?P<list>#(?:, #){0,6},? (?:and|or|against|but|versus|vs\.?|then)(?: about| only| just| nearly)? )(?P<low>#)(?: [a-z-]{1,20}){0,2} (?:out of|in) (?:every |each )?(?P<of>#)",
         "About 26, 50 and 66 out of 100 were alive.", "Rooms 26, 50 and 66 are on this floor.", share_always=True),
    Form("range-out-of", "in-n", rf"(?P<low>#)(?: ?- ?| ?to | or )(?P<high>#)(?: (?:{PEOPLE}))? (?:out of|in|of)(?: every| each| about)? (?P<of>#)",
         "Anywhere from 30 to 50 out of 100 patients have it.", "Fill in boxes 30 to 50 of the form.", share_always=True),
    Form("of-so-many", "in-n", rf"(?<!# )\b(?:out of|of|among|in|for every|for each) (?:every |each |about )?(?P<of>#) (?:[a-z-]{{1,20}} ){{0,2}}{PEOPLE}(?:(?: (?!and\b|or\b)(?:[a-z@-]{{1,20}}|#\+#)){{0,3}},?|(?: [a-z@-]{{1,20}}){{0,12}},) (?:about |around |only |some |nearly |almost |more than |fewer than |at least |roughly )?(?<!between )(?<!aged )(?<!age )(?<!over )(?<!under )(?P<low>#)(?:(?: ?- ?| to )(?P<high>#))?(?=[ ,.;]|$)(?! (?:{TIME}|cycles?|courses?|doses?|lines?|rounds?|treatments?|transplants?|out of|of|in (?:every|each))\b)(?! in #)(?! ?(?:%|percent|-|to #))",
         "Of 100 people treated, about 20 will have it.", "Of the people in the hall, 20 will sing."),
    Form("share-between", "share", r"(?:between (?:about )?(?:a |one )?(?P<low>½) and (?:about )?|(?P<only>½) to )(?:a |one )?(?P<high>½)",
         "Between a fifth and a third of patients have it.", "Walk between a fast and a slow pace for half of the way.", cue="½"),
    Form("in-range", "in-n", r"(?P<low>#)(?: [a-z]+)?(?: out of| in)(?: every| each)? (?P<of>#)(?: ?- ?| to )(?P<upto>#)(?!\w)",
         "It occurs in 1 in 3,000 to 4,000 people.", "Come in 3 to 4 weeks."),
    Form("out-of", "in-n", r"(?P<low>#)(?! (?:days|weeks|hours) out)(?: [a-z-]{1,20}){0,3},? (?:out of|in every|in each|of every|of each)(?: a| about| the)? (?P<of>#)(?! ?(?:seconds|minutes|hours|days|weeks|ml|mg|g|l|dl|litres?|liters?)\b)",
         "Eight out of every ten patients had fever.", "Eight of the nurses got ten cards.", share_always=True),
    Form("in", "in-n", rf"(?P<low>#)(?: (?:[a-z-]+ ){{0,2}}(?:{PEOPLE}|{_ONE_OF})(?: (?:with|who|on|over|under|aged|living) (?:[a-z]+ ){{0,3}}?[a-z]+)?)? in (?:a |an estimated |about |approximately |roughly )?(?P<of>#)(?! ?(?:{TIME}|hours?|weeks?|steps|stages|parts|phases|countries|centers|centres|hospitals|states|trials|studies|groups|places|sites|arms))",
         "One in ten children will relapse.", "One of the ten drawings hangs in the hall."),
    Form("of", "in-n", rf"(?<!\bnot )(?P<low>#)(?: of | from )(?:the |these |those |all |our |its |about |a total of |only )?(?:# )?(?P<of>#)(?!\w)(?! ?(?:{TIME}|(?:[a-z]+ ){{0,2}}(?:features|grades|stages|levels|phases|groups|categories|classes|methods|regimens|arms)\b|main|types|steps|parts|things|signs|symptoms|criteria|features|readings|rules|ways|reasons|kinds|forms|places|tests|plans|boxes|paths|options|choices|questions|drugs|genes|pages|tabs))",
         "Remission was seen in 17 of 20 patients.", "Read chapter 17 of part two."),
    Form("slash", "in-n", r"(?P<low>#) ?/ ?(?P<of>#)(?! ?(?:mm ?hg|study|trial|clinical|mg|ml))",
         "Remission was seen in 61/75 patients.", "This was a phase 1/2 trial.", cue="/"),
    Form("paired-percent", "count", rf"(?<!under )(?<!over )(?<!aged )(?P<low>#)(?:{_TO}(?P<high>#))?(?!(?: [a-z-]+)? (?:years?|months?|weeks?|days?)\b)(?: [a-z-]{{1,20}}){{0,2}} \((?=#{PERCENT}?(?:{_TO}#)?{PERCENT}(?! ?(?:ci\b|confidence|credible|interval)))",
         "About 13 (13%) had a relapse.", "The form (13 pages) has 13 parts.", never_one=True),
    Form("none-of", "in-n", r"\b(?:none|not #) of (?:the |these |those |our |all )?(?P<of>#)(?!\w)",
         "None of the 14 patients relapsed.", "None of the 14 tablets should be cut.", unless=r"\b(?:should|must)\b", cue="none|not #", begins_in_words=True),
    Form("rate", "rate", rf"(?P<low>#)(?:{_TO}(?P<high>#))?(?: [a-z][a-z-]{{0,20}}){{0,5}} (?:per|for every|for each|in every|out of every) (?P<of>#)(?! ?(?:ml|l|litres?|liters?|g|grams?|kg|mg|cm|seconds|minutes|calories)\b)(?<!parts per #)",
         "The incidence is 3.4 per 100,000 children.", "The fee is paid per child.", cue="per |every |each "),
    Form("p-value", "p-value", r"\bp(?: |-)?(?:values?)? ?(?:for [a-z ]{1,30})?(?:(?:of|was|were|is|=|<|>|≤|≥|less than|below|under) ?){1,3}(?P<low>#)(?! of\b)",
         "Relapse was less frequent (p<0.001).", "P2 receptors were blocked."),
    Form("interval", "interval", r"(?:# ?% ?)?\b(?:c\.?i\.?s?\b|(?<=% )intervals?|confidence intervals?|credible intervals?|iqr\b|interquartile range)(?: \(cis?\))?[^#½.;]{0,12}-?(?P<low>#) ?%?(?: ?- ?-?| to -?|, ?-?)(?P<high>#)",
         "The range was wide (95% CI 0.16 to 0.81).", "We give 95% confidence intervals.", cue="ci|interval|iqr|interquartile"),
    Form("effect", "effect", r"\b(?:hazard ratios?|odds ratios?|relative risks?|risk ratios?|rate ratios?|a?hrs?\b|a?rrs?\b|a?ors?(?= ?[=:(])|irr\b|smr\b|sir\b)(?: \([a-z]{2,4}\))?(?:[^#½.;]{0,60}?(?:\b(?:was|were|is|of|at|about|to|by|between|than|only|nearly)|[=:,(<>≤≥\[]))? ?\(?(?P<low>#)",
         "The hazard ratio for relapse was 0.31.", "A hazard ratio says how two groups differ.", cue="ratio|relative risk|hr|rr|or=|or =|or:|or :|or(|or (|ors|irr|smr|sir"),
    Form("test-value", "effect", r"\b(?:sensitivity|specificity|area under the curve|auc\b|number needed to \w+|nnt\b|correlation|coefficient|kappa|predictive value|ppv\b|npv\b|z-score|chi-squared?|χ²)[^#½.;]{0,40}?(?P<low>#)",
         "The test has a sensitivity of 0.92.", "Sensitivity to light may last.", cue="sensitivity|specificity|curve|auc|needed to|nnt|correlation|coefficient|kappa|predictive|ppv|npv|score|squared|χ²"),
    Form("letter-equals", "effect", r"(?<![a-z])[rtfdzkq] ?(?:=|<|>) ?-?(?P<low>#)",
         "The two went together (r = 0.71).", "Press R and then 71.", cue="=|<|>"),
    Form("enrolled", "count", r"(?P<low>#) (?:[^#½.;:,]{1,60} )?(?:that|who) (?:were|was) (?:enrolled|randomi[sz]ed|recruited|evaluable)\b",
         "We read the films of 259 elbow breaks that were enrolled.", "We read the 2 forms that were enclosed.", cue="enrolled|randomi|recruited|evaluable"),
    Form("n-equals", "count", r"(?<![a-z])n ?= ?(?P<low>#)",
         "We read the second arm (n = 75).", "Room N 75 is on the left.", cue="="),
    Form("central", "median", rf"\b(?:medians?|(?<!not )(?<!may )(?<!can )(?<!will )(?<!would )(?<!might )(?<!could )(?<!this )(?<!that )(?<!it )(?<!to )(?<!they )(?<!you )means?(?! (?:the|a|an|that|you|it|this)\b)(?= (?:of|age|time|score|change|number|duration|follow|survival|was|were|length|stay|dose|weight|difference|value|level|(?:[a-z]+ ){{0,2}}(?:of|was|were)\b)|,)|(?:(?<=\bthe )|(?<=^)|(?<=; )|(?<=\. )|(?<=\boverall )|(?<=\badjusted ))mean(?= [a-z])|averag(?:e(?!-)|ed|es(?! (?:can|cannot|do|are|may)\b)|ing)|modal)\b[^#½;]{{0,100}}?(?P<low>[#½])(?:{_TO}(?P<high>#))?",
         "The median age at diagnosis is 4 years.", "The average ward has a family room.", unless=r"\bbelow average\b|average-sized|costs? of [£$€]|(?:for|over|in|during) the (?:previous|past|last) #", cue="median|mean|averag|modal"),
    Form("peak-age", "median", rf"\b(?:(?:peak|usual|typical|commonest) age|(?:youngest|oldest) (?:[a-z-]+ ){{0,4}}(?:was|is|were|aged|at))\b[^#½.;]{{0,40}}(?P<low>#)(?:{_TO}(?P<high>#))?",
         "The peak age at diagnosis is 2 to 5 years.", "The usual dose is 2 to 5 tablets.", cue=" age|youngest|oldest"),
    Form("median-of-a-year", "median", r"\bmedians?\b[^#½;.]{0,50}\b(?:under|over|about|less than|more than|just|nearly|almost|only) an? (?:year|month|week|decade)\b",
         "The median survival was under a year.", "The median nerve was numb for over a year.", near=r"surviv|remission|lived|time|duration|follow-up|the median (?:is|was)", cue="median"),
    Form("studies-that-met", "count", r"(?P<low>#) (?:[a-z-]+ ){0,4}(?:studies|trials|reports|articles|papers|records|cohorts|reviews)\b(?: [a-z-]+){0,8} (?:met|looked at|used|compared|tested|examined|assessed|evaluated|were (?:included|identified|analy[sz]ed|found|eligible|initiated)|have (?:[a-z]+ ){0,2}(?:shown|found|demonstrated|reported)|initiated|showed|suggests?|establish(?:ed)?|confirm(?:ed)?|demonstrated?|found|reported|enrolled)\b",
         "Two trials and 14 studies met the criteria.", "Two studies for adults are open.", cue="studies|trials|reports|articles|papers|records|cohorts|reviews"),
    Form("found-studies", "count", r"\b(?:found|identified|included|pooled|reviewed|covers?|covered) (?P<low>#) (?:[a-z-]+ ){0,3}(?:studies|trials)\b",
         "A systematic review found 18 studies.", "The form has a list of 18 studies.", cue="studies|trials"),
    Form("one-trial-showed", "count", r"(?P<low>#) (?:[a-z-]+ ){0,2}trial(?: [a-z-]+){0,3} (?:showed|shows|found|finds|suggest(?:s|ed)|reported|demonstrated|saw)\b",
         "One small trial showed a better survival.", "One small trial is open in the north.", only_one=True, cue="trial"),
    Form("in-studies", "count", r"\bin (?P<low>#) (?:[a-z-]+ ){0,2}(?:studies|trials)(?=,| (?:the|most|more|fewer|patients|people|children|adults)\b)",
         "In six studies, the doctors knew who had the drug.", "You can join in six studies at a time.", cue="studies|trials"),
    Form("on-average", "median", r"(?P<low>#)(?: [a-z-]+){0,6},? (?:at the median|on average|\(median|\(mean)",
         "B-cell aplasia lasts 35 months at the median.", "B-cell aplasia is watched for 35 months.", cue="median|average|mean"),
    Form("fold", "ratio", rf"(?P<low>[#½])(?:(?:{_TO}| or )(?P<high>#))?(?: |-)?folds?\b",
         "Children with Down syndrome have a 20-fold higher risk.", "Fold the sheet in 20 places.", cue="fold"),
    Form("fold-word", "ratio", r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|several|many)-?fold\b(?:(?: to |-)(?:two|three|four|five|six|seven|eight|nine|ten)-?fold\b)?(?!:)",
         "Risk is increased fivefold in twins.", "Fold the towel twice.", cue="fold"),
    Form("times-as", "ratio", rf"(?P<low>[#½])(?:(?:{_TO}| or )(?P<high>#))?(?: |-)?(?:times|x)\b(?! or (?:more|less))(?: [a-z-]+){{0,3}} (?:more|less|higher|lower|greater|fewer|larger|smaller|commoner|oftener|rarer|longer|shorter|faster|slower|stronger|weaker|safer|deadlier|heavier|as|likel\w+|than|the risk|the rate|the odds|the chance|the number|the likelihood|that|bigger|worse|better|increased?)\b",
         "Survivors are 5 times more likely to have heart failure.", "Rinse 5 times more slowly if it stings.",
         unless=r"\btimes (?:a|an|per|each|every) (?:day|week|month|year)\b|slowly|rinse|upper limit|normal limit", cue="times|x"),
    Form("comparison-times", "ratio", r"\b(?:increas|rais|higher|greater|multipl|elevat|reduc|cut|lower)\w*[^#½.;]{0,40}(?:by )?(?:a factor of |up to )?(?P<low>#)(?:-| )?times\b(?! (?:a|per|each) )",
         "Smoking raises the risk 10 times.", "Raise the arm 10 times a day.", cue="times"),
    Form("factor-of", "ratio", r"\bfactor of (?P<low>#)",
         "The drug cut deaths by a factor of three.", "Factor 8 is made in the liver.", cue="factor of"),
    Form("twice-as", "ratio", r"\btwice (?:as|that|the|those|more|less|what|of)\b",
         "Boys are twice as likely to have it.", "Take it twice a day.", unless=r"twice the (?:dose|amount of (?:medicine|water))", cue="twice"),
    Form("half-as", "ratio", r"½ (?:as|that of|the (?:risk|rate|odds|chance|number|likelihood|incidence))\b|(?P<low>½) the (?:risk|rate|odds|chance|number|likelihood|incidence)",
         "Girls are half as likely to have it.", "Half of the bed is yours.", cue="½"),
    Form("double", "ratio", r"\b(?:doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|trebl(?:e|es|ed|ing)|quadrupl(?:e|es|ed|ing)|quintupl\w+|halv(?:e|es|ed|ing))\b(?![ -]?(?:check|blind|lumen|balloon|duty|vision|dose|strand|helix|bed|room|mastectomy|negative|therapy|intrathecal|combination|drug|whammy|as\b|up\b|click|sided|layer|knot|time|contrast|bind|masked|hit|positive|jeopardy|chin|quotes|tap))",
         "The risk of infection doubles after a month.", "The second dose doubles as the test dose.",
         near=rf"\b{PEOPLE}\b|\brisks?\b|chances?\b|\brates?\b|\bnumbers?\b|surviv|deaths?\b|mortality|\bcases\b|likel|incidence|\bodds\b|prevalence|hazard|cancer|remission|relaps|costs?\b|people|patients|children|admissions|respon[sd]|free of|# ?%|out of #|toxicity|fevers?\b|infections?\b|side effects|hospital days|leuka?emia",
         unless=r"\bdoubl\w* (?:the|your|a|his|her) (?:next )?(?:dose|tablet|pill|knot|glove)|do not double|don't double", cue="doubl|tripl|trebl|quadrupl|quintupl|halv"),
    Form("cut-by", "ratio", r"\b(?:cut|reduc|decreas|fell|fall|drop|lower|declin|increas|rose|rise|grew|gr(?:ow|own)|improv|shrink|shrank|shr[iu]nk)\w*\b[^#½.;]{0,70}\b(?:in|by)(?: about| nearly| almost| roughly| more than| up to| a| one)? (?P<low>½)",
         "Changes in life have cut the death rate nearly in half.", "Cut the tablet in half.",
         unless=r"\bwill be (?:cut|reduced)|half-life|steroids?\b.* until|tablets?\b|\bpills?\b|\bdose|lemon|plate|sandwich|strip|sheet", cue="½"),
    Form("majority", "share", r"(?<!age of )\b(?:majority|preponderance|(?<!ethnic )(?<!racial )(?<!visible )minority(?! (?:ethnic|groups?|communit|populations?|stress|health|women|men|people|patients|status|race))(?=\b))\b(?! (?:rule|vote|leader))",
         "The majority of relapses come in the marrow.", "The jury gave a majority vote.", cue="majority|preponderance|minority"),
    Form("points", "change", r"(?<!\bat )(?P<low>#)(?: ?- ?| to )?(?P<high>#)? ?-?(?:percentage )?points?\b(?! (?:plan|list|guide|scale|on (?:the|this) (?:list|map)|of (?:care|contact)|to (?:remember|discuss)|in the body))",
         "Survival has improved by 20 points since 1990.", "There are 20 points on this list.",
         near=r"improv|fell|fall|drop|rose|rise|higher|lower|increas|decreas|gain|better|worse|declin|differ|chang|median|scale|margin|\bgap\b|advantage|\blead\b|plus or minus|went (?:up|down)|reduc|shift", cue="point"),
    Form("from-to", "change", r"\b(?:fell|fall|fallen|dropp?(?:ed|s)?|rose|risen?|rises|increas\w+|decreas\w+|declin\w+|improv\w+|went|gone|grew|climb\w*|chang\w+|reduc\w+)\b[^#½.;]{0,60} from (?:about |nearly )?(?P<low>#)[^#½.;]{0,50} to (?:about |nearly |only |just )?(?:(?P<high>#)|a (?:mere |bare )?(?:dozen|handful))",
         "The death rate fell from 12 to 4 between the two periods.", "The price of parking rose from £2 to £4.",
         unless=r"[£$€]", cue=" from "),
    Form("changed-by", "change", r"\b(?:dropp?ed|fell|fallen|rose|risen|increased|decreased|declined|grew|grown) by (?:about |around |some |nearly |almost |more than )?(?P<low>#)(?!\w)(?! ?(?:%|percent|mg|ml|kg|g|cm|mm)\b)",
         "Admissions have dropped by 1,200 a year.", "The dose was increased by 1 tablet.", near=rf"\b{PEOPLE}\b|rates?\b|numbers?\b", unless=r"\bdoses?\b|tablets?\b", cue=" by "),
    Form("nobody", "count", rf"\b(?:there (?:was|were|have been|has been) )?(?:no|zero)(?! (?:more|fewer|less|later|sooner|longer) than)(?: (?:[a-z-]+|#)){{0,6}} (?:toxicity|toxicities|(?:toxic|side|adverse) effects|{PEOPLE})\b(?:,? [a-z-]+){{0,10}} (?:reported\b|(?:are|were) prevented|will inherit|(?:is|are) known to have|were (?:seen|reported|found|observed|recorded|noted|notified|confirmed|identified|detected|diagnosed|lost|alive)|(?:demonstrated|showed|experienced)\b|(?:has|have) been (?:seen|reported|found|observed|recorded|noted|confirmed)|was (?:seen|reported|found|observed|recorded|noted|notified|confirmed|identified|detected|diagnosed)|had(?= [a-z])(?! (?:been|to|told|asked|ever|heard|thought|known|the (?:chance|choice|option|time))\b)|was (?:harmed|hurt|infected)\b|were (?:harmed|hurt|infected)\b|occurred|died|relapsed|developed|survived|has died|have died|have relapsed|needed|dropped|withdrew)",
         "No treatment-related deaths were seen.", "No child is told off for being sad.", cue="no |zero |# ", counts="nobody"),
    Form("not-a-single", "count", rf"\b(?:not (?:a single|(?P<low>#)(?= of ))(?: of (?:the|these|those|them|our))?|not (?P<only>#)(?= [^#½.;]{{0,60}} (?:died|relapsed|survived|developed|caught|lost|had)\b)|(?:neither|no|none|without|never)\b[^#½.;]{{0,40}} a single)(?: [a-z-]+){{0,2}} {PEOPLE}\b",
         "Not a single child in that arm died.", "Not a single room is free.", only_one=True, cue="single|not #", counts="nobody"),
    Form("a-single", "count", rf"\ba single(?: [a-z-]+){{0,2}} {PEOPLE}\b(?=[^#½.;]{{0,60}} (?:was|were|had|died|relapsed|developed|occurred|reported|found|seen)\b)",
         "A single child in that arm died.", "A single child may stay with you.", cue="single"),
    Form("not-one-of-them", "count", r"\bnot (?P<low>#) of (?:the|these|those|our) [a-z-]+(?: [a-z-]+){0,8} (?:died|relapsed|survived|developed|caught|lost|had)\b",
         "Not one of the nurses who had the vaccine caught it.", "Not one of the nurses works alone.", only_one=True, cue="not #", counts="nobody"),
    Form("everyone-did", "count", rf"\b(?<!nearly )(?<!almost )(?<!not )(?:both(?! (?:groups|arms|cohorts|trials|studies|drugs|treatments)\b)|everyone|everybody|every # of (?:the|them|these|those))\b(?: of (?:the|these|those|them|us|our)\b)?(?: (?!to\b)(?:[a-z-]+|#|@)){{0,7}}? {_FARED}",
         "Both adults who stopped early relapsed.", "Both adults may stay with the child.",
         unless=_IF, cue="both|everyone|everybody|every # of", counts="everybody"),
    Form("only-one-did", "count", rf"\b(?:just|only|another) (?P<low>#)(?: of [a-z]+)?(?: [a-z-]+){{0,2}}? {_FARED}",
         "Just one survived.", "Just one nurse is on the ward at night.", only_one=True, unless=_IF, cue="just #|only #|another #"),
    Form("all-did", "count", rf"(?:\ball (?:of )?(?:the |our |these |those )?(?:[a-z-]+ ){{0,2}}{PEOPLE}|(?:^|(?<=[.;:,] ))all(?= (?:died|survived|relapsed|responded|were (?:cured|alive|dead)|(?:went into|reached) remission|remain(?:ed)? (?:alive|well|free|in remission|disease)|are (?:alive|well|in remission|cured))\b)|\b(?<!nearly )(?<!almost )(?<!not )all (?:of )?(?:those|them|who|with|in (?:the|that|this))|\bevery (?!other |#)(?:single )?(?:[a-z-]+ )?(?:child|patient|person|participant|adult|woman|man|boy|girl|baby|infant))\b(?!,? of\b)(?:,? (?:[a-z-]+|#|@|½)){{0,6}} (?:remain(?:ed)?|are (?:alive|well|in remission|cured)|died|relapsed|responded|survived|achieved|became|developed|recovered|went into remission|reached remission|were (?:alive|dead|cured|in remission))\b",
         "All the children who went on became free of disease.", "All the children who went on may play.",
         unless=r"\bnot (?:all|every)\b|\bshould\b|\bmust\b|\bmay\b|\bif\b|\bin whom\b", cue="all |every ", counts="everybody"),
    Form("they-all-did", "count", rf"\b(?:(?:the|these|those|our) (?:[a-z-]+ ){{0,2}}{PEOPLE}|they|we)(?: [a-z]+ed)? (?:were |are |have )?all (?:had(?! (?:been|to)\b)|died|survived|relapsed|responded|recovered|alive|dead|cured|in (?:[a-z]+ )?remission|free of|well\b)",
         "The children all survived.", "The children all sat down.", unless=_IF, cue=" all ", counts="everybody"),
    Form("so-much-shorter", "change", r"(?P<low>#)(?:(?: ?- ?| to | or )(?P<high>#))?[ -](?:inch(?:es)?|cm|centimet(?:er|re)s|pounds|kg|kilograms|years?|months?|weeks?|days?)(?: (?:old)?)? ?(?:shorter|taller|lighter|heavier|earlier|later|sooner|younger|older|longer) than (?:it|other|the|those|they|their|people|children|adults|women|men|in |average|usual|expected)",
         "They may be 3 to 6 inches shorter than other people in their family.", "Cut the tube 3 to 6 inches longer.", unless=r"\bcut\b|\bshould\b|\bmust\b", cue=" than "),
    Form("in-nobody", "count", r"\b(?:occurred|seen|found|happened|came|recurred|developed|reported) in (?:nobody\b|none\b|no[ -]#)",
         "Severe GVHD occurred in nobody.", "Put the form in nobody's box.", cue=" in no", counts="nobody"),
    Form("in-all", "count", r"\b(?<!nearly )(?<!almost )in (?:(?:all|both) (?:of )?(?:the |our |these |those )?(?:cases|patients|children|adults|participants|people|men|women|girls|boys|infants|babies)|(?:all|both) of them|every (?:single )?(?:case|patient|child|participant|person)|everyone)\b",
         "Fever occurred in every patient.", "The same card is used in every case.",
         near=r"\b(?:resolv\w+|cleared|worked|fail(?:s|ed)|occurred|seen|found|reported|observed|died|relapsed|recover\w+|reversed|responded|successful|remission|happened|detected|positive|negative)\b",
         unless=rf"{_IF}|\bnot in (?:all|every)", cue="in all|in both|in every", counts="everybody"),
    Form("all-had", "count", r"\b(?<!nearly )(?<!almost )(?<!not )(?:every (?:single )?(?:patient|child|participant|survivor)|all (?:of )?(?:the |our |these |those )?(?:[a-z-]+ ){0,2}(?:patients|participants|survivors)|everyone)\b(?: (?:in|of|on|with|from|who) [^.;]{0,40}?)? (?:had(?! been)|experienced|suffered)\b",
         "All of the patients had received the drug before.", "All of the patients may have a card.", unless=_IF, cue="every|all ", counts="everybody"),
    Form("both-were", "count", r"\bboth (?:deaths|relapses|cases|infections|recurrences|events) (?:was|were|came|occurred|happened)\b",
         "Both deaths were due to infection.", "Both wards were painted.", cue="both ", counts="everybody"),
    Form("one-in-three-risk", "in-n", r"(?P<low>#)-in-(?P<of>#)(?= (?:[a-z]+ )?(?:chance|risk|odds|shot|probability|likelihood))",
         "She has a one-in-three risk of it.", "She had the six-in-one vaccine at no risk.", cue="-in-#"),
    Form("every-nth", "in-n", rf"\bevery (?:{_NTH}|tenth|other(?! (?:[a-z]+day|week|month|year|visit)\b)|(?P<low>#)(?:st|nd|rd|th)) (?:[a-z-]+ ){{0,2}}{PEOPLE}\b",
         "Every fifth patient needed intensive care.", "Every fifth bed is by a window.", cue="every "),
    Form("every-so-many-minutes", "rate", rf"\b{_SOMEBODY}\b[^#½.;]{{0,80}}\bevery (?P<low>#) (?:seconds|minutes|hours|days|weeks)\b",
         "Somebody has a stroke every five minutes.", "Somebody looks in every five minutes.",
         near=_STRUCK, cue="every #"),
    Form("every-so-many-minutes-someone", "rate", rf"\bevery (?P<low>#) (?:seconds|minutes|hours|days|weeks),? {_SOMEBODY}\b",
         "Every 20 minutes someone is told they have it.", "Every 20 minutes someone looks in.",
         near=_STRUCK, cue="every #"),
    Form("fifty-fifty", "ratio", r"(?P<low>#)(?:-|:)(?P<high>#)(?= (?:chance|odds|risk))",
         "It is a fifty-fifty chance.", "The 7-3 score gave them a chance.", cue="chance|odds|risk"),
    Form("there-was", "count", r"\bthere (?:was|were|have been|has been) (?:only |just )?(?P<low>#)(?: [a-z-]+){0,2} (?:deaths?|fatalit(?:y|ies)|failures?|relapses?|cases?|infections?|events?|recurrences?|outbreaks?|epidemics?)\b",
         "There was one graft failure.", "There was one way in.", cue="there "),
    Form("to-one", "ratio", r"\b(?:outnumber\w*|ratios?|odds|prevalence|incidence|frequency)\b[^#½.;]{0,60}?(?P<low>#)(?: to (?=#(?! ?%| percent))| ?: ?|-to-)(?P<high>#)(?! ?%)(?!\w| percent| per)",
         "Boys outnumber girls by three to one.", "Boys and girls share rooms three to six.", unless=r"\bmix|dilut|\bwater\b|solution", cue="outnumber|ratio|odds|prevalence|incidence|frequency"),
    Form("there-were-none", "count", r"\b(?:with|had) no (?!(?:effect|difference|impact|influence|change)\b)(?:[a-z-]+ ){0,2}(?:survivors|deaths|fatalities)\b|^(?:no|zero) (?:[a-z-]+ ){0,3}(?:survivors|deaths?|fatalities|relapses?|recurrences?)(?: (?:happened|occurred))?(?=[.!]?$)|\bthere (?:was|were|have been|has been) (?:no|zero) (?:(?:[a-z-]+|@|#-#) ){0,3}(?:survivors|deaths?|fatalities|cases|failures|relapses?|recurrences?|events|infections?|seizures?|strokes?|bleeds?|bleeding|s?aes?|toxicit(?:y|ies)|side effects|differences? in (?:deaths|survival))\b",
         "There were no deaths in the first year.", "There was no room at the ward.", cue="no |zero ", counts="nobody"),
    Form("infections-every-year", "rate", r"(?P<low>#) (?:[a-z-]+ ){0,5}(?:infections?|episodes?|attacks?|seizures?|relapses?|bleeds?|flares?) (?:every|each|per|a) (?:(?P<of>#)(?: ?(?:-|to|or) ?#)? )?(?:years?|months?|weeks?|days?)\b",
         "They have at least one serious infection every 3 to 4 years.", "They have one clinic visit every 3 to 4 years.", cue="infection|episode|attack|seizure|relapse|bleed|flare"),
    Form("lived-a-decade", "time", r"\b(?:liv(?:e|es|ed)|surviv(?:e|es|ed))\b[^#½.;]{0,40} (?:for|more than|less than|up to|over|under|at least|only|beyond|past) (?:a|an|another) (?:year|decade|month|week)\b|\b(?:live[sd]?|survival (?:beyond|past)) (?:a|another) (?:year|decade|month|week)\b|\b(?:die[sd]?|fatal|relapses?|relapsed|comes? back|came back)\b[^#½.;]{0,20} (?:(?:within|in|after) (?:a|an|another) (?:year|decade|month|week)\b|an? (?:year|decade|month|week) (?:later|sooner|early|earlier)\b)|\b(?:held|kept|delay|prolong|extend|lengthen|shorten|staved)(?:s|ed)?\b[^#½.;]{0,60} (?:for|by) (?:almost |nearly |about |over )?(?:a|an|another) (?:year|decade|month|week)\b",
         "Others live with the disease for a decade or longer.", "Others live on the ward with a decade of diaries.", unless=_HARD, cue="live|surviv|die|fatal|relaps|back|held|kept|delay|prolong|extend|lengthen|shorten|staved"),
    Form("none-did", "count", r"\bnone\b(?: of (?:the|these|those|them|our|their|his|her)(?: [a-z-]+){0,3})? (?:of (?:the|these|those|our|their)\b|will have|had|died|relapsed|were|was|developed|needed|survived|responded|have (?:died|relapsed)|in the [a-z-]+ (?:arm|group))",
         "None of the patients relapsed.", "None but the team may open it.",
         near=rf"\b{PEOPLE}\b|died|relapsed|survived|arm\b|group\b|\bnone had\b|\bnone of (?:them|us) (?:was|were|had)\b", unless=r"\bfactors\b", cue="none", counts="nobody"),
    Form("nobody-did", "count", rf"\b(?:(?:nobody|none|neither|no (?:[a-z-]+ ){{0,2}}(?:child|children|patients?|adults?|infants?|bab(?:y|ies)|girls?|boys?|teens?))\b|no[ -]#|not #)(?: of (?:the|these|those|them|us|our)\b)?(?:,? (?!to\b|but\b)(?:[a-z-]+|#|@)){{0,7}}? {_FARED}",
         "Nobody in the younger group needed a second transplant.", "Nobody needs to wait in the hall.",
         unless=_IF, cue="nobody|no |no-#|none|neither|not #", counts="nobody"),
    Form("reported-in-one", "count", r"\b(?:reported|described|found|seen|identified|diagnosed|came back|recurred|worked|failed|happened|occurred) in (?:only |just )?(?P<low>#) (?:of (?:them|these|those|us)\b|(?:[a-z-]+ ){0,3}(?:family|families|person|patient|individual|child|kindred)\b)",
         "It has been reported in one large family.", "It is kept in one family file.", only_one=True, cue=" in #| only #| just #"),
    Form("all-but", "count", r"\b(?:all|everyone|everybody|none) but (?P<low>#)(?!\w)",
         "The disease came back in all but two.", "The doors of all but two of the rooms are green.", near=rf"\b(?:cleared|worked|failed|resolved|stopped|symptoms)\b|{OUTCOME}|\b{PEOPLE}\b", unless=r"\brooms?\b|\btablets?\b|\bboxes\b", cue=" but #"),
    Form("all-of", "count", rf"\ball (?P<low>#)(?: [a-z-]+){{0,3}} {PEOPLE}\b",
         "All 31 patients responded.", "All 31 rooms are painted.", cue="all #", begins_in_words=True),
    Form("plural-scale", "count", rf"(?P<low>#)(?: (?!{TIME}\b|trial\b|study\b|types?\b|kinds?\b|forms?\b|stages?\b|groups?\b|causes?\b|signs?\b|classes\b|sets?\b|pairs?\b|rounds?\b|cycles?\b|courses?\b|doses?\b)[a-z-]{{1,20}})? of (?:(?!(?:are|is|were|was|for|with|have|can|to|in)\b)[a-z@-]{{1,20}} ){{0,4}}{PEOPLE}\b",
         "Thousands of children are treated each year.", "Two of the wards are for adults.", never_one=True),
    Form("one-did", "count", rf"(?<!\w)(?<!every )(?:only )?(?P<low>#) (?:(?!(?:for|of|in|to|with|on|at|by)\b)[a-z-]+ ){{0,2}}(?:{PEOPLE}|pt)\b(?: \([^)]{{0,60}}\))?(?: (?:[a-z-]+|@)){{0,8}} (?:died|withdrew|had\b|was\b|were\b|relapsed|developed|dropped|did not|discontinued|survived|responded|experienced|received|showed|achieved|reported|suffered|remained|needed)",
         "One patient died of infection.", "One patient a day can visit the garden.", only_one=True),
    Form("only-one", "count", rf"\bonly (?P<low>#) (?:[a-z-]+ ){{0,2}}{PEOPLE}\b",
         "Only one patient in each group stopped.", "Only one visitor may come in.", only_one=True,
         unless=r"\bmay\b|\bcan\b|\bshould\b|at a time", cue="only #"),
    Form("people", "count", rf"(?P<low>#)(?:(?:{_TO}| or )(?P<high>#))?{_MODIFIERS}[ -]{PEOPLE}\b(?!'s?\b|-)",
         "More than 3,000 children have had this therapy.", "Children 3 to 12 can draw in the playroom.", never_one=True),
    Form("people-after", "count", rf"\b{PEOPLE}\b(?: (?:have|has|were|was|had|are|is|who|that|in total|enrolled|treated|included|so far|to date|(?:this|last) (?:day|week|month|year)|today))? ?(?:\((?P<low>#)\)|: (?P<only>#)(?= ?(?:$|[.,;)%(])))",
         "We read the notes of the women (87) in one group.", "Women: see page 87.", cue="(#)|: #", never_one=True),
    Form("people-verb", "count", r"(?P<low>#)(?:(?<=^#)|(?<=[.;,:(] #)|(?<=\band #)|(?<=\bof whom #)|(?<=\bbut #)|(?<=\bwhile #)|(?<=\bonly #)|(?<=\bwhom #))(?: \([^)]{0,20}\))? (?:died|relapsed|responded|survived|withdrew|had died|were alive|are alive|were (?:assigned|randomi[sz]ed|randomly|enrolled|excluded|treated|male|female|hla|evaluable|included|analy[sz]ed)|had (?:a |an |no |the )?[a-z]|remain(?:ed)?\b|developed|did not (?:respond|survive|relapse)|achieved|experienced|received|reached remission|needed (?:an?|the)|went (?:blind|deaf|on|into))\b",
         "Of the group, 12 died in the first year.", "Of the rooms, 12 face the garden."),
    Form("share-again", "other", r"(?:about|and|but|only|nearly|almost|the other|,) (?P<low>#) (?:did|will|would|had|were|was|have|are|died|lived|survived|relapsed|in (?:girls|boys|adults|children|people|women|men|those)|with|without|after|when|for|if)\b",
         "About 13 out of 100 had a relapse, and about 87 did not.", "About the room: it has beds, and about 87 did not fit.",
         near=rf"out of #|\bof # {PEOPLE}|# ?%|# percent"),
    Form("whom", "count", r"(?P<low>#)(?: \([^)]{0,20}\))? of (?:whom|them|which(?! is\b))\b",
         "We saw a group of men, 12 of whom relapsed.", "Rooms 12 and 14 have baths, two of which are new.",
         near=rf"\b{PEOPLE}\b", cue="whom|them|which"),
    Form("of-them-were", "count", r"(?P<low>#) of (?:them|these|those)\b(?: also)? (?:was|were|had|died|relapsed|survived|developed|responded)\b",
         "One of them was free of disease.", "One of them is a tablet.", unless=r"\b(?:rooms?|tablets?|drugs?|tubes?|tests?)\b", cue=" of the| of those"),
    Form("in-group", "count", r"(?<!no )(?P<low>#)(?: \([^)]{0,20}\))? in (?:the|each|either|one|both)(?: [a-z@-]{1,20}){1,3} (?:arms?|groups?|cohorts?)\b",
         "Reactions were seen in 41 in the treated arm.", "Two tubes stay in the arm.", unless=r"\b(?:tubes?|needles?|lines?)\b", cue="arm|group|cohort"),
    Form("and-people", "count", rf"(?P<low>#)(?: and | or |, )#{_MODIFIERS}[ -]{PEOPLE}\b",
         "There were 208 and 149 women in the two arms.", "Beds 208 and 149 face the garden.", never_one=True),
    Form("range-in-brackets", "range", r"\(range:?,? (?:of |from )?(?P<low>#)[^#½.;)]{0,14}(?:-|to|and)[^#½.;)]{0,6}(?P<high>#)",
         "The counts recovered by day 16 (range, 11-34).", "The counts have a wide range (see page 11).", cue="(range"),
    Form("rate-is-near", "change", r"\b(?:survival|rates?|risks?|chances?|relapses?|mortality|deaths|odds)\b[^#½.;]{0,40} (?:close|near|down|fell|falls|drop|drops|dropped|practically|virtually)(?: (?:close|down|near|nearly|almost|to))* (?P<low>#)(?=[.,;]|$)",
         "Long-term survival is close to zero.", "The risk team is close to ward 0.", cue="surviv|rate|risk|chance|relapse|mortal|deaths|odds"),
    Form("ran-from", "range", r"(?:\brang(?:e|ed|es|ing)\b[^#½.;]{0,40}|\b(?:was|were) aged (?:from |between )?)(?P<low>#)[^#½.;]{0,14}(?:-|to|and)[^#½.;]{0,6}(?P<high>#)",
         "The women ranged in age from 15 to 93 years.", "The score can range from 2 to 10.",
         near=rf"in age|\bages?\b|\b{PEOPLE}\b|median|mean|averag|surviv|follow-up", unless=r"\bcan\b|\bmay\b|gleason|\bscale\b|\bnormal\b|eligib|criteria", cue="rang|aged"),
    Form("were-aged", "threshold", rf"\b(?:most|half|all|many|patients|children|participants|they)(?: of (?:the|these|them)(?: [a-z]+)?)? (?:was|were) (?:(?:aged?|over|under|about|between) )*(?P<low>#)(?:(?:{_TO}| and )(?P<high>#))?(?: years?(?: old| of age)?| months?)? ?(?:or (?:over|older|younger|under)\b|(?=[.,;]|$))",
         "Most were 60 or over.", "The rooms were 60 or more.", unless=rf"{_HARD}", cue="was|were"),
    Form("times-normal", "ratio", r"(?P<low>#) times (?:the )?(?:normal|usual|expected|average)\b",
         "Their death rate is ten times the normal rate.", "The enzymes are at ten times the normal limit.", near=r"\brisk|\bdeaths?\b|\brates?\b|cancer|mortality|likel", cue="times"),
    Form("age-risk", "threshold", _AGE,
         "Children younger than 2 years have a worse outlook.", "Children younger than 2 years may have the syrup.",
         near=rf"{RISK}|\bonset\b|\brecover(?:s|ed|y)?\b", unless=rf"{RULE}|{_TERM}|{_AIM}|\bi was\b|\blasts? (?:more|longer) than #|(?<!have )\b(?:ha?emoglobin|platelets?|neutrophils?|anc|glucose|creatinine)\b[^#½.;]{{0,24}}(?:under|over|below|above|than) #|# blasts\b"),
    Form("age-or-older", "threshold", r"(?P<low>#)(?: years| months)?(?: of age| old)? (?:(?:and|or) (?:older|over|younger|above|under|smaller|larger|bigger)\b|or (?:more|less)\b(?=[.,;:)]|$| (?:years|months|weeks|days|times|alcoholic|drinks|packs|cigarettes|are|is|have|has|had|may|can|do|does|were|was|at|for|with|per|a|of age)\b))",
         "Heart failure is most common 65 and older.", "People 65 and older may park here.",
         near=RISK, unless=rf"{RULE}|{_TERM}|{_AIM}"),
    Form("of-life", "threshold", rf"\b(?:first|{_NTH})(?: (?:or|and|to|through) (?:{_NTH}))? (?:(?:day|week|month|year|decade)s? of (?:life|childhood|adulthood)|birthday)\b",
         "The signs appear in the first year of life.", "The album shows the first year of school life.", unless=rf"{_HARD}|\bgiven\b|\bparty\b|\bgifts?\b", cue="of life|of childhood|of adulthood|birthday"),
    Form("in-the-third-decade", "threshold", rf"\b(?:in|during|by|until|past|from) (?:the |their |his |her )(?:first|{_NTH})(?: (?:or|and|to) (?:{_NTH}))? decades?\b(?! of)",
         "Onset is usually in the third decade.", "The ward is now in the third decade of its life.", near=rf"{RISK}|{OUTCOME}", unless=_HARD, cue=" decade"),
    Form("in-their-fifties", "threshold", r"\b(?:in|into|until|by|to|past|reach\w*|over|under)(?: the|-)? ?(?:(?:their|his|her|your|#'s|(?:a |the )?[a-z]+'s) )?(?:(?:early |mid-? ?|late )?(?:teens|twenties|thirties|forties|fifties|sixties|seventies) (?:or|and|to) )?(?:early |mid-? ?|late |early-|late-)*(?:(?:(?<=their )|(?<=his )|(?<=her )|(?<=early )|(?<=mid )|(?<=mid-)|(?<=late )|(?<=over )|(?<=over-)|(?<=under ))(?P<low>#)'?s\b(?: (?:and|or|to) (?P<high>#)'?s\b)?|(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b)",
         "It mostly affects men in their 50s.", "The nurse is in her 50s.", near=rf"{RISK}|{OUTCOME}|\b(?:typical|average|usual)\b", unless=rf"{_HARD}|\bliving with\b|\bfollow-up care\b", cue="#s|#'s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"),
    Form("by-age", "threshold", r"\b(?:by|until|since|before)(?: about| around)? (?P<aged>(?:the )?age (?:of )?)?(?P<low>#)(?:(?: ?- ?| to | and | or )(?P<high>#))?(?: years?| months?| weeks?)?(?(aged)| (?:of age|old)\b)",
         "The babies are severely obese by age 1.", "You will be told by age 1.", unless=rf"{_HARD}|\bgiven\b|\byou\b|\bcan\b|\bmay (?:have|take|use|be (?:given|used)|join|go|start|get|eat|drink)\b|\bfree\b|\bwill be\b|\bschool", cue=" age"),
    Form("risk-factor-in-a-list", "threshold", r"^(?:being|having) [^#½.;]{0,90}(?P<low>#)(?:[^#½.;]{0,30}(?P<high>#))?[^#½.;]{0,45}\.?$",
         "Being male and older than 40 years.", "Being at home for 40 days is hard, and help is there for those who ask for it.", unless=rf"{RULE}|\b(?:is|are|was|will|level|count)\b", cue="being |having "),
    Form("strong-risk", "threshold", _AGE, "Women who need to take the pill are at higher risk after 35.",
         "Women who take the pill should be older than 35.",
         near=r"\b(?:high|higher|highest|increased?|greater|greatest|lower|elevated|raised?|reduced) (?:risks?|rates?|chances?|odds)\b|\b(?:improved|better|worse|poorer|longer|shorter|inferior|superior) (?:overall )?survival\b|\b(?:most|more|less) likely\b|\b(?:more|less|most|very|highly) common\b|\bworks? (?:best|better|less well)\b|\bbenefit(?:s|ed)? (?:most|more|as much|from)\b|\b(?:equally )?(?:as|more|less|most) effective\b|\bmore (?:women|men|children|girls|boys|people|adults)\b.* than\b",
         unless=rf"{_TERM}|{_AIM}|{_HARD}|\b(?:is|are|be|can be|not) given\b|\bis used\b|\bare used\b|\btreated (?:with|for)\b|therapy for|stratified|risk group", cue="risk|rate|chance|odds|likely|common|work|benefit|effective|more |surviv"),
    Form("years-old-risk", "threshold", rf"(?<!\ba )(?<!\ban )(?<!\bthe )(?P<low>#)(?:{_TO}(?P<high>#)| and (?P<upper>#))?(?: |-)(?:(?:years?|months?|weeks?)(?: |-)(?:of age|old)|(?:year )?age group|year age groups)\b",
         "It often occurs in boys 15 to 19 years of age.", "Bring the form for adolescents 15 to 19 years of age.",
         near=RISK, unless=rf"{RULE}|\b(?:says?|said|told) #", cue="of age|old|age group"),
    Form("dose-risk", "threshold", r"(?P<low>#)(?: or more| or fewer| or less)?(?: [a-z-]+){0,4} (?:per|a|each) (?:day|week|month|year)\b",
         "Having three drinks per day raises the risk of this cancer.", "Have three drinks of water per day.",
         near=r"\brais(?:e|es|ed)\b|\bincreas(?:e|es|ed)\b|\blower(?:s|ed)?\b|\bdecreas(?:e|es|ed)\b|\btimes (?:as|higher)", unless=rf"{RULE}|\bfiber\b|\bby #|intake", cue="per |a |each "),
    Form("level-risk", "threshold", r"(?:above|below|over|under|(?:more|less|fewer|greater|higher|lower) than|at least|>|<|≥|≤) ?(?P<low>#)(?!\w)|(?P<only>#) or (?:higher|lower|above|below)\b",
         "White cell counts >50,000 carry a worse outlook.", "Keep the fridge <5 degrees.",
         near=r"\b(?:worse|better|poor(?:er)?) (?:outlook|prognosis|outcomes?|survival)|(?:higher|lower|increased|greater) risk|\brisk (?:of|is|rises|goes)\b|\b(?:more|less) likely|\b(?:more|most|less) often|do (?:worse|better)|raises? the (?:risk|chance)|increas\w* (?:[a-z-]+ ){0,3}(?:risk|\w*toxicity|damage|failure|infertility|deafness|deaths?)\b", unless=rf"{RULE}|{_TERM}|{_AIM}"),
    Form("cut-off", "threshold", r"\b(?:above|below|over|under|more than|less than|fewer than|longer than|shorter than|older than|younger than|within|beyond|before|after|passes|passed|exceeds?|exceeded|exceeding|reaches|reached) (?P<low>#)(?!\w)(?! (?:genes|countries|types|kinds|hospitals)\b)",
         "Clots are commoner after operations longer than 90 minutes.", "Operations longer than 90 minutes need a drip.",
         near=r"\b(?:commoner|rarer|likelier|sooner|seldom|inferior|superior|deteriorat\w*|(?:associated|linked|tied) (?:with|to)|do(?:es)? (?:much |far |a lot )?(?:better|worse|less well)|predict(?:s|ed)|\bat (?:greater|higher|increased|more|lower|less) (?:risk|danger)|\brisks?\b[^#½.;]{0,40}\b(?:climbs?|rises?|grows?|increases?|jumps?|doubles?|falls?|drops?)\b|(?:more|less) (?:likely|common|often|frequent(?:ly)?)|(?:outcomes?|results?|survival|outlook|prognosis) (?:is|are|was|were) (?:better|worse|poorer)|(?:better|worse|poorer) (?:outcomes?|survival|outlook|prognosis))\b",
         unless=r"\b(?:must|should|ask|call|tell|approved|eligible|offered|recommend\w*|allowed|if you)\b|\bmade more likely\b"),
    Form("size-risk", "threshold", r"(?P<low>#) (?:centimet(?:er|re)s?|cm|mm|inch(?:es)?)(?: or (?:smaller|larger|less|more))?",
         "Those whose tumor is 5 centimeters or smaller have a better outlook.", "The cut is 5 centimeters or smaller.",
         near=r"prognos|outlook|surviv|\brisk (?:of|for)|(?:increas|rais|lower)\w* .{0,20}risk|more likely|less likely", cue="cm|mm|centim|inch"),
    Form("span-after", "time", rf"\b(?:begins?|starts?|appears?|occurs?|develops?|peaks?|comes?|came|go away|goes away)(?: about| usually| often| around| up to| as late as| within| in| only| on their own| by itself| a few (?:days|weeks|months|years) to)* {_SPAN}(?: (?:after|before|from)\b|(?=[.,;]|$))",
         "The fall in risk begins 10 to 20 years after people start the drug.", "The nurse comes 10 minutes after you ring.",
         near=rf"{OUTCOME}|{RISK}", unless=r"\bring\b|appointment|\b(?:is|are) given\b|infusion|\b(?:starts?|begins?)\b[^#.;]{0,20}#[^.;]{0,40}(?:methotrexate|chemo|\bdose\b|transfusion|conditioning|maintenance)", cue="begin|start|appear|occur|develop|peak|come|came|go"),
    Form("takes-so-long", "time", rf"\b(?:take|takes|took)(?: as long as| up to| about| on average| at least| only| between)* {_SPAN}[^#½.;]{{0,70}}\b(?:before|until|to (?:develop|appear|form|grow|recover|be (?:diagnosed|found)))\b",
         "It takes 10 to 15 years before it is recognized.", "The walk takes 10 to 15 minutes before lunch.", near=r"diagnos|recogni|develop|appear|\bform\b|\bgrow|cancer|recover", unless=r"\bminutes?\b", cue="take|took"),
    Form("first-so-long", "time", rf"\b(?:within|in|during|over) the first (?P<low>#)(?:(?:{_TO}| or )(?P<high>#))?[ -](?:{LONG_TIME}|hours)\b(?! of life)",
         "Most relapses come back within the first two years.", "The drug is given in the first two weeks.",
         near=r"\b(?:most|usually|develops?|appears?|occurs?|begins?|die|relapses?|highest|risk)\b", unless=rf"{RULE}|\btaken\b|{_TERM}|{_AIM}", cue="the first"),
    Form("first-of-life", "time", r"\b(?:first|last) (?P<low>#)(?:[ -](?:days|weeks|months|years)) of life\b",
         "It is most common in the first 12 months of life.", "The diary covers the first 12 months of school.",
         near=RISK, cue="of life"),
    Form("span-outcome", "time", _SPAN.replace(TIME, LONG_TIME) + r"(?![ -](?:old|of age|ago)\b)",
         "The longest remission so far is 11 years.", "The course of remission drugs is given over 11 weeks.",
         near=rf"{OUTCOME}|\bbecomes? (?:severe|worse|unable|blind|deaf|disabled|bedridden|dependent)\b|worsen\w*", unless=rf"{RULE}|\b(?:mites?|lice|larvae|worms?|eggs?|(?:red|white|blood|skin) cells|platelets|neutrophils|virus(?:es)?|bacteria|germs?|parasites?)\b[^.;]{{0,60}}\b(?:lives?|survives?)\b|surfaces?\b|\bfollow(?:ed)? ?-?up|\bfollowed for\b|at least #[ -]years? (?:of|after)|\bfor the (?:last|next|past)|(?:last|past|next|previous) #|{_TERM}|{_AIM}"),
    Form("lived-to", "time", r"\b(?:lives?|lived|survives?|survived) (?:to|until|past|into|beyond)(?: (?:be|about|around|age|aged|the age of|nearly|over|their|at least|almost)){0,3} (?P<low>#)(?!\w)",
         "A child born today can expect to live to about 56.", "The nurses who live to the left of ward 56 walk.", cue="live|lived|surviv"),
    Form("span-lived", "time", rf"\b(?:liv(?:e|es|ed)|surviv(?:e|es|ed)|relaps(?:e|ed)|(?:death|dying|died|dies)[^.;#½]{{0,40}}|remission (?:lasts?|lasted)|lasted|delayed[^.;#½]{{0,90}} by|short(?:en|er)[^.;#½]{{0,20}} by|(?:prolong|extend|lengthen)(?:s|ed)?[^.;#½]{{0,40}} by|alive|found in the blood)\b(?: for| about| around| approximately| more than| less than| at least| usually| only| up to| over| almost| nearly| within| by| a| an| beyond| longer than| past| another){{0,4}} {_SPAN}",
         "The fever lasted for 10 hours and delayed the transplant.", "A line can stay in for 10 hours.", unless=rf"{_TERM}|\b(?:we|i) lived in\b|\bif you live\b|\byou (?:[a-z]+ ){{0,4}}live within\b|\b(?:red|white|blood|skin) cells\b|\bplatelets\b|\blasted [^.;]{{0,20}}# minutes", cue="liv|surviv|relaps|death|dying|died|dies|remission|lasted|delay|short|prolong|extend|lengthen|alive|found in"),
)
