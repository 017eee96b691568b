"""The words that the rules share, as alternatives for a pattern on the shape of a text (small letters)."""

PERCENT = r"(?: ?%| ?percent\b| per cent\b|-percent\b| percentage points?\b| pct\b)"

TIME = r"(?:seconds?|minutes?|mins?|hours?|hrs?|h(?![a-z])|days?|nights?|weeks?|wks?|months?|years?|yrs?|y(?![a-z'])|decades?|centuries|century)"

LONG_TIME = r"(?:days?|weeks?|wks?|months?|years?|yrs?|y(?![a-z'])|decades?)"

PEOPLE = (
    r"(?:people|persons?|sons|daughters|(?:affected|family) members|patients?|pts|children|child|kids|toddlers|bab(?:y|ies)|infants?|newborns?|neonates|adults?|"
    r"adolescents?|teens?|teenagers?|youths?|men|man|women|woman|boys?|girls?|males?|females?|mothers|fathers|parents|"
    r"participants?|subjects?|individuals?|volunteers?|survivors?|smokers|nonsmokers|non-smokers|drinkers|families|"
    r"family members|relatives|siblings|brothers|sisters|twins|carriers|noncarriers|donors?|recipients?|veterans|"
    r"residents?|staff members?|members of staff|pupils|carers|inpatients|outpatients|responders|nonresponders|respondents?|completers|partners|spouses|caregivers|workers|students|americans|britons|"
    r"europeans|canadians|australians|minors|seniors|beneficiaries|clients|attendees|applicants|inhabitants|citizens|immigrants|refugees|soldiers|employees|teachers|farmers|travell?ers|controls?|enrollees|registrants|evaluable|households|couples|"
    r"cases?|deaths?|fatalities|births|pregnancies|miscarriages|relapses?|recurrences?|remissions?|events?|"
    r"episodes|admissions|hospitali[sz]ations|infections|seizures|fractures|strokes|heart attacks|bleeds|amputations|"
    r"(?:emergency|hospital|clinic|gp)(?: department| room| ward)? (?:visits|stays|attendances)|visits to (?:[a-z']+ ){0,3}(?:doctors?|offices?|hospitals?|clinics?|departments?|rooms?)|(?:graft|treatment|induction|device) failures?|transplants|transplantations|operations|surgeries|procedures|diagnoses|new cancers|cancers|cancer types|"
    r"tumou?rs|malignancies|responses|progressions|discontinuations|dropouts|withdrawals|complications|"
    r"adverse events|side effects|mutations were|variants were|specimens|"
    r"cats|dogs|mice|rats|animals|lives|hairs|units were|centers took|centres took)"
)
"""What a count of makes a statistic: people, cases, and what happens to people."""

OUTCOME = (
    r"(?:surviv(?!ors?\b)\w*|alive|liv(?:e(?! vaccin)|es|ed|ing)\b|lifespan|life span|life expectancy|deaths?\b|dying|mortality|fatal\w*|\bdie[sd]?\b|"
    r"relaps\w*|recur\w*|came back|(?<!results )(?<!result )comes? back|coming back|(?<!you )(?<!they )(?<!can )return(?:s|ed)?\b(?! to (?:school|work|the (?:ward|hospital|clinic))\b)|remission\w*|respon[sd]\w*|progress(?:ion|es|ed)\b|onset|prognos\w*|outlook|\brisks?\b|"
    r"chances?\b|likel\w*|odds\b|incidence|prevalence|cured?\b|engraft\w*|free of|(?:cancer|leuka?emia|disease|event|relapse)-free|stable disease|outcomes?\b|detected|"
    r"found in the blood|persist\w*|recover(?:s|ed|y)?\b|\brelief\b|(?:go|goes|went) away\b|(?:highest|lowest) rates?|delay(?:ed|s)\b|prolong\w*|shorten\w*|discharged)"
)
"""What happens to people: with one of these a span of time or an age is a result."""

RISK = (
    r"(?:\brisks?\b|\bchances?\b|likel(?:y|ihood)|more (?:common|often|frequent)|less (?:common|often|frequent)|most (?:common|often|frequent)\w*|"
    r"\bmost (?:people|patients|cases|children|adults|women|men|cancers|tumou?rs|diagnoses|relapses|deaths|of\b|are\b|kidney|[a-z]+ cancers)|\brare(?:ly)?\b|uncommon\w*|\bcommon\w*\b|\boften\b|"
    r"\busually\b|typically|generally|\btends?\b|prognos\w*|outlook|\bworse\b|\bbetter\b|higher|lower|surviv\w*|incidence|"
    r"\baffects?\b|occurs?\b|occurring\b|happens?\b|develop(?:s|ed)?\b|begins?\b|starts?\b|strikes?\b|appears?\b|apparent|diagnosed|greatest|"
    r"\bpeaks?\b|increas\w*|decreas\w*|declin\w*|\bdeaths?\b|\bdying\b|\bdie[sd]?\b|mortality|relaps\w*|new cases|harms?\b|"
    r"\bmainly\b|\bmostly\b|primarily|\b(?:is|are) (?:usually |often |sometimes |also )?found in\b|\bdangerous\b|\bseen in (?:children|adults|people|infants|babies|men|women|patients)\b|\bdecades? of life\b|fewer|vulnerable|\bd(?:o|oes|id) (?:worse|better|less well|badly|poorly|well|best)|\bfare[sd]?\b|\bbadly\b|\bseldom\b|\bcannot have\b|\btoo toxic\b|\b(?:had|have|get|got|need) more\b(?! than #)|\bdisease of\b|hardest|highest|lowest|lose\b)"
)
"""With one of these an age or a dose level is a cut-off of a risk."""

RULE = (
    r"(?:\bmust\b|\bshould(?:n't| not)?\b|can (?:join|have|take|use|get|donate|give)|approv\w*|licen[sc]\w*|eligib\w*|enrol\w*|inclusion|exclusion|criteria|"
    r"recommend\w*|screen(?:ed|ing)\b|\bask\b|\bcall\b|\btell\b|allowed|(?:can|may) be (?:used|given)|\b(?:is|are|be|been|was|were) used (?:in|for)\b|entry rules?|may (?:need|require|join)|\brequire|stratified|randomi[sz]\w*|randomly|"
    r"plan to|time in (?:the )?hospital|stays? (?:in(?! (?:complete |first |second )?remission)|near)\b|are given|is given|were given|be given|(?<!full-)(?<!full )(?<!high-)(?<!cumulative )(?<!total )(?<!lifetime )\bdoses?\b|\boffered\b|\btreat(?:ed)? with|phase [@#]|risk group|available (?:for|to)|safe (?:for|in)|"
    r"\bfor use\b|\bmonitor\w*|check-?ups?|follow-up|\bwait\b|\bavoid\b|(?:to|can|not|may|please|and|you|your child) take\b|^take\b|\bgiven\b|\bvisits?\b|assessed|\bevery [#½]|\btested\b|\bexams?\b|\bsummary is about\b|\b(?:study|studied|tests?|tested|asks?|asked|find out|see|learn|examin\w+|investigat\w+) whether\b|\btarget (?:blood|doses?|levels?|counts?)\b|\bunless\b|\bincludes? (?:children|adults|people|patients|women|men|those|all)\b|^(?:very )?(?:high|low|standard|intermediate|average)(?: \([a-z]+\))?[ -]risk:|^treatment (?:of|for)\b|^repeat\b|\bretreat\w*|\bneeds? to have\b|^life expectancy (?:of )?(?:at least|>|≥))"
)
"""What people are told to do or may have: with one of these an age or a time is a rule, not a result."""

MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)

UNIT = (
    r"(?:ppm|ppb|rads?|pixels?|(?:micro|milli|kilo|nano)grams?|microns?|nucleotides?|base pairs?|bp|gauge|french|msec|ms|mg|mcg|µg|μg|ug|ng|pg|kg|grams?|g|lbs?|pounds?|ounces?|oz|stone|tons?|ml|dl|cl|l|litres?|liters?|cc|pints?|quarts?|gallons?|"
    r"/@|cm|mm|km|nm|µm|μm|m|metres?|meters?|centimet(?:er|re)s?|millimet(?:er|re)s?|kilomet(?:er|re)s?|inch(?:es)?|in\.|feet|foot|ft|miles?|yards?|"
    r"iu|ius|(?:international )?units?|u|meq|mmol|mol|µmol|mmhg|kpa|psi|mci|gy|cgy|gray|sv|msv|ev|mev|kv|hz|khz|mhz|ghz|tesla|watts?|volts?|kcal|calories|kilocalories|joules?|"
    r"°c|°f|°|c|f|degrees?|celsius|fahrenheit|px|dpi|decibels|db|fl|milliseconds|bpm|beats|breaths|teaspoons?|tablespoons?|tsp|tbsp|cups?|glasses|drinks?|beverages|servings?|portions?|drops|puffs|"
    r"tablets?|pills?|capsules?|spoonfuls?|spoons?|doses|vials?|bags|scoops|packs|cells? (?:per|in (?:each|every|one) (?:micro|milli|cubic))|per (?:kg|kilogram|ml|cubic|square|microlit|litre|liter|deciliter)|"
    r"mg/[a-z²/]+|g/[a-z²/]+|mcg/[a-z]+|µg/[a-z]+|u/[a-z]+|ml/[a-z]+|/[mµ]?l\b|/mm|(?:blasts|white (?:blood )?cells) per)"
)
"""Doses, sizes and other physical measures."""

LABEL = (
    r"(?:phases?|grades?|stages?|types?|zones?|steps?|tables?|figures?|figs?\.?|chapters?|sections?|appendix|rooms?|wards?|floors?|levels?|groups?|categor(?:y|ies)|"
    r"class|tiers?|parts?|blocks?|cycles?|courses?|weeks?|days?|months?|years?|visits?|versions?|references?|refs?\.?|numbers?|no\.|nos\.|arms?|cohorts?|"
    r"photos?|pictures?|slides?|ribs?|vertebrae?|keratin|pages?|pp?\.|lines?|items?|questions?|boxes|box|panels?|pillars?|volumes?|vol\.|issues?|chromosomes?|trisomy|monosomy|factors?|vitamins?|schedules?|"
    r"exons?|codons?|compound|receptors?|protocols?|study|studies|trials?|option|rule|point|lesson|module|unit|size|score|scores|scale|ph|spf|suite|building|hall|batch|batches|lots|positions?|(?<!deaths )(?<!relapses )(?<!cases )(?<!survivors )numbered(?= #(?: ?-| to |,))|door|"
    r"title|article|channel|highway|routes?|periods?|form|iodine [a-z]+|iridium [a-z]+|ruthenium [a-z]+|grade level|degree|time ?points?|timepoints?|lot|plan|bed|clinic|gate|exit|area)"
)
"""Words whose number is a name: phase 2, grade 3, table 1."""

THING = (
    r"(?:types?|kinds?|forms?|sorts?|strengths?|worries|wishes|hopes|stickers|joints|pads|dots|marks|lumps of sugar|toes|zones|tips|photos|photographs|shifts|facts|ideas|hints|shots|jabs|puffs|breaths|compressions|squeezes|thinners|antibiotics|steroids|painkillers|creams|lotions|blankets|pillowcases|bins|books|songs|games|toys|investigators|physiotherapists|consultants|radiologists|pathologists|reviewers|assessors|dietitians|pharmacists|surgeons|specialists|psychologists|secretaries|porters|holes|views|classifications|films|plants|tiles|machines|bedrooms|kitchens|tries|stars|pathways|glassfuls|flights of stairs|schools|grades|causes|comparisons|syringes|cartons|populations|predictors|qualities|ureters|temperatures|readings|movements|corners|jobs?|roles?|purposes|functions?|uses|benefits|drawbacks|advantages|fractions|themes|trusts|experiments|species|subspecies|strains|varieties|datasets|subunits|leaflets|disks|discs|flaps|cuts|incisions|x-rays|paragraphs|sensations|tastes|ducts|passages|masses|openings|tubes|pouches|sacs|buds|bulbs|branches|strands|rings|recommendations|objectives|aims|complaints|colou?rs?|periods|eras|atria|complexes|vaccines|bays|wings|languages|haplotypes?|lumens|phases?|stages?|steps?|ways?|parts?|groups?|subgroups?|categories|classes|tiers|levels?|drugs?|medicines?|medications?|genes?|copies|"
    r"copy|chromosomes?|alleles?|lobes?|lungs?|kidneys?|glands?|plates?|bones?|vertebrae|sides?|ends?|eyes?|ears?|hands?|arms?|legs?|feet|teeth|fingers|nodes?|"
    r"tests?|scans?|images?|questions?|answers?|things?|points?|factors?|reasons?|examples?|options?|choices?|goals?|methods?|techniques?|approaches|procedures?|"
    r"chapters?|pages?|figures?|tables?|boxes|columns?|rows?|sections?|topics?|sentences?|words?|names?|letters?|lines?|lists?|bullets|"
    r"meals?|fruits?|vegetables|vitamins?|minerals|foods?|snacks?|doughnuts|calories|exercises?|visits?|appointments?|sessions?|rounds?|blocks?|courses?|cycles?|treatments?|therapies|"
    r"agents?|inhibitors?|antibodies|regimens?|combinations?|doses?|injections?|infusions?|punctures?|tubes?|lines?|catheters?|bags?|bottles?|pumps?|"
    r"doctors?|nurses?|hospitals?|centers?|centres?|clinics?|teams?|members?|committees?|programs?|programmes?|institutions?|institutes|hospitals|companies|organi[sz]ations|charities|websites?|"
    r"countries|states|cities|regions|continents|studies|trials?|reviews?|reports?|papers|articles|databases|guidelines|criteria|rules?|principles|"
    r"cells?|layers?|markers?|proteins?|receptors?|enzymes?|hormones?|substances|chemicals|bacteria|viruses|strains|subtypes?|entities|systems?|organs?|tissues?|muscles|nerves?|"
    r"vessels|arteries|veins|valves|chambers|ventricles|hemispheres|segments?|regions?|areas?|sites?|places?|spots?|positions?|directions|dimensions|"
    r"components?|elements?|features?|signs?|symptoms?|conditions?|diseases?|disorders?|problems?|syndromes?|risks?|"
    r"arms?|cohorts?|friends|other|others|main|major|different|common|important|key|standard|basic|oral|separate|following|"
    r"variables|measures|items|domains|subscales|scales|scores|outcomes|endpoints?|analyses|models|tools|checks|tasks|activities|events per|"
    r"hours|minutes|weights|towels|pillows|pairs?|sets?|pieces?|bits|slices|halves|quarters|rooms?|doors?|floors?|beds?|cards?|copies|versions?|tabs|strips?|clocks?|tags?|plans?|settings?|readers?|digits|pictures?|drawings?|products?|wards?|bouts|mothers-to-be|lots|cups|nights|screens?|links?|leaflets|handouts|counts|ranges|numbers|"
    r"lobed|step|way|drug|agent|stage|phase|part|arm|view|dimensional|sided|week|day|month|year|hour|minute|layer|cell|gene|person|dose|lumen|line|point|item|fold higher than normal)"
)
"""Things whose small count is a list: two main types, five steps."""
