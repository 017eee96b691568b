"""Which figures of a sentence a source's findings bear out, topic by topic: cases/support, one file a topic."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from citecheck.evidence import Evidence, by_figure, parted
from citecheck.statistics import statistics
from citecheck.support import bears_out

CASES = [
    pytest.param(row, id=f"{path.stem}: {row['sentence']} {row['figures']}")
    for path in sorted((Path(__file__).parent / "cases" / "support").glob("*.yml"))
    for row in yaml.safe_load(path.read_text("utf-8"))
]


def unsupported(sentence: str, *everything: Evidence) -> list[str]:
    found = statistics(sentence)
    return [
        statistic.text
        for statistic, match in zip(found, bears_out(sentence, found, everything), strict=True)
        if match is None
    ]


@pytest.mark.parametrize("row", CASES)
def test_what_is_borne_out(row: dict[str, object]) -> None:
    evidence = Evidence(tuple(row["figures"]), str(row["measures"]))  # type: ignore[arg-type]
    assert unsupported(str(row["sentence"]), evidence) == row["unsupported"]


def test_every_topic_has_both_outcomes() -> None:
    """A topic whose cases all pass, or all fail, would not show that the rule tells them apart."""
    for path in (Path(__file__).parent / "cases" / "support").glob("*.yml"):
        rows = yaml.safe_load(path.read_text("utf-8"))
        assert {bool(row["unsupported"]) for row in rows} == {True, False}, path.stem


def test_an_interval_and_a_margin_bear_out_a_range() -> None:
    finding = Evidence(("48.9 ± 1.2%",), "alive at 5 years", interval="95% CI 47.7-50.1")
    assert unsupported("The true share may be 48 to 50 out of 100.", finding) == []
    assert unsupported("The true share may be 47 to 50 out of 100.", finding) == ["47 to 50 out of 100"]
    assert unsupported("The margin is plus or minus 1 point.", finding) == []
    assert unsupported("The margin is plus or minus 2 points.", finding) == ["2 points"]
    # The bounds of an interval are no figure of their own.
    assert unsupported("About 50.1% were alive.", finding) == ["50.1%"]


def test_the_number_of_people_is_n() -> None:
    finding = Evidence(("12.7%",), "share who relapsed", n=16115)
    assert unsupported("The trials had 16,115 children.", finding) == []
    assert unsupported("The trials had 16,151 children.", finding) == ["16,151 children"]
    assert unsupported("The trials had about 16,000 children.", finding) == []
    assert unsupported("About 16,115% relapsed.", finding) == ["16,115%"]


def test_the_records_own_words_bear_out_ages_and_spans_only() -> None:
    finding = Evidence(("43%",), "alive", context="adults aged 15 to 55; 66 people; treated 1993-2006")
    assert unsupported("The risk rises in people over 55.", finding) == []
    assert unsupported("The risk rises in people over 65.", finding) == ["65"]
    assert unsupported("About 66% were alive.", finding) == ["66%"]


@pytest.mark.parametrize(
    ("measures", "figures", "labels"),
    [
        ("alive at 2 years: blinatumomab, and chemotherapy", 2, ["blinatumomab", "chemotherapy"]),
        ("free of events: over 180 days without it, versus younger or with it", 2, ["over 180 days without it", "younger or with it"]),
        ("relapse in B-cell ALL, T-cell ALL and babies", 3, ["B-cell ALL", "T-cell ALL", "babies"]),
        ("alive after a relapse that was early (under 18 months), in between, or late", 3, ["early", "in between", "late"]),
        ("running total of relapses by 3, 5 and 10 years", 3, ["3 years", "5 years", "10 years"]),
        ("alive at 1 year and at 6 years", 2, ["1 years", "6 years"]),
        # Both halves name the drug.
        ("alive at 3 years: with, and without, added blinatumomab", 2, []),
        ("alive at 2 years: blinatumomab, and chemotherapy", 3, []),
        ("complete remission", 2, []),
        ("complete remission", 1, []),
    ],
)  # fmt: skip
def test_a_finding_says_what_each_of_its_figures_is_of(measures: str, figures: int, labels: list[str]) -> None:
    assert [label for _, label in parted(measures, figures)] == labels


LABELLED = [
    Evidence((figure,), f"severe effects: {label}", label=label, others=(other,))
    for figure, label, other in (("41%", "blinatumomab", "chemotherapy"), ("26%", "chemotherapy", "blinatumomab"))
]


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("With blinatumomab 41% had them, and with chemotherapy 26%.", []),
        ("With blinatumomab 26% had them, and with chemotherapy 41%.", ["26%", "41%"]),
        ("Chemotherapy: about 41 out of 100 people (41%) had them.", ["41 out of 100", "41%"]),
        ("Chemotherapy: about 26 out of 100 people (26%) had them.", []),
        ("About 41% had them with blinatumomab; about 26% with chemotherapy.", []),
        ("About 26% had them with blinatumomab; about 41% with chemotherapy.", ["26%", "41%"]),
        ("They were seen in 41% against 26%.", []),
        ("Blinatumomab and chemotherapy were tried; 41% and 26% had them.", []),
    ],
)
def test_each_figure_keeps_its_label(sentence: str, refused: list[str]) -> None:
    assert unsupported(sentence, *LABELLED) == refused


def test_how_long_people_were_followed_stands_with_the_interval() -> None:
    finding = Evidence(("31%",), "relapse", interval="after a median of 22.4 months")
    assert unsupported("The middle time of follow-up was 22.4 months.", finding) == []
    assert unsupported("The middle time of follow-up was 23.4 months.", finding) == ["23.4"]


def test_labels_without_words_of_their_own_are_told_apart() -> None:
    young = Evidence(("12%",), "died: under 20", label="under 20", others=("over 50",))
    old = Evidence(("3%",), "died: over 50", label="over 50", others=("under 20",))
    assert unsupported("Under 20: about 12% had died.", young, old) == []
    assert unsupported("Over 50: about 12% had died.", young, old) == ["12%"]


def findings(figures: list[str], measures: str) -> list[Evidence]:
    """A finding as the check takes it: parted, where it names what each figure is of."""
    return by_figure(Evidence(tuple(figures), measures))


# How writers say what a finding measures in other words.
RIGHT = [
    ("Boys had a relapse more often than girls: 15% against 10%.", ["15%", "10%"], "relapse: boys, and girls"),
    ("Relapse rates in boys and girls were 15% and 10%, respectively.", ["15%", "10%"], "relapse: boys, and girls"),
    ("The later the relapse the better: 26%, 50% and 66% were alive.", ["26%", "50%", "66%"], "alive: early, in between, and late"),
    ("In the first 100 days, 7% died of causes other than leukemia.", ["7%"], "non-relapse mortality at day 100"),
    ("Nerve side effects were seen in 40%.", ["40%"], "neurologic events"),
    ("About one in five survivors (21%) had a severe lasting condition.", ["21.3%"], "severe lasting conditions, including death, by 25 years"),
    ("Of 100 children given the cells, about 55 are still living after five years.", ["55%"], "alive 5 years after tisagenlecleucel"),
    ("Five years on, 55% had survived.", ["55%"], "alive at 5 years"),
    ("About 41% saw their leukemia return after the transplant.", ["41%"], "relapse after transplant"),
    ("The leukemia never came back in 59%.", ["59%"], "without relapse at 5 years"),
    ("About 59% stayed in remission for five years.", ["59%"], "without relapse at 5 years"),
    ("About 59 out of 100 (59%) were in remission at three years.", ["59%"], "of responders, still in remission at about 3 years"),
    ("No sign of leukemia was left in 70%.", ["70%"], "complete remission"),
    ("The treatment worked in 70%.", ["70%"], "complete remission"),
    ("The leukemia went away in 70%.", ["70%"], "complete remission"),
    ("About 26% died of something other than leukemia.", ["26%"], "deaths not from leukemia"),
    ("About 26% died from the treatment.", ["26%"], "treatment-related mortality"),
    ("75% went on to have a transplant.", ["75%"], "share who had a stem cell transplant"),
    ("In 75% the drug led to a transplant.", ["75%"], "could go on to a transplant"),
    ("43% of those in remission relapsed.", ["43%"], "of adults who reached remission, how many later relapsed"),
    ("After a relapse 24% were alive at three years.", ["24%"], "alive 3 years after a first relapse"),
    ("Blinatumomab left no MRD in 75%, chemotherapy in 32%.", ["75%", "32%"], "no MRD after the first cycle: blinatumomab, and chemotherapy"),
    ("With the antibody, 71% lived two years; with chemotherapy, 58%.", ["71%", "58%"], "alive at 2 years: blinatumomab, and chemotherapy"),
    ("Two-year survival was 71% with blinatumomab against 58% with chemotherapy.", ["71.3%", "58.4%"], "alive at 2 years: blinatumomab, and chemotherapy"),
    ("Boys relapsed in 11.2% and girls in 9.6%.", ["11.2%", "9.6%"], "relapse within 5 years: boys, and girls"),
    ("The risk of relapse was 11.2% in boys and 9.6% in girls.", ["11.2%", "9.6%"], "relapse within 5 years: boys, and girls"),
    ("Relapses were rarer in girls (9.6%) than in boys (11.2%).", ["11.2%", "9.6%"], "relapse within 5 years: boys, and girls"),
    ("Any CRS: 92%. Severe CRS: 26%.", ["92%", "26%"], "cytokine release syndrome: any grade, and severe"),
    ("CRS of any grade was seen in 92% and was severe in 26%.", ["92%", "26%"], "cytokine release syndrome: any grade, and severe"),
    ("Most had CRS (92%); about a quarter had it badly (26%).", ["92%", "26%"], "cytokine release syndrome: any grade, and severe"),
    ("At three years 22% were alive, and at five years 15%.", ["22%", "15%"], "alive 3 and 5 years after relapse"),
    ("Overall survival was 22% at 3 years and 15% at 5 years.", ["22%", "15%"], "alive 3 and 5 years after relapse"),
    ("Patients whose first remission lasted over two years did better: 36% were alive at two years, against 17% of the others.", ["36%", "17%"], "alive 2 years after relapse: first remission over 2 years, and shorter"),
    ("The five-year survival of infants was 22%.", ["21.5%"], "alive 5 years after a first relapse of ALL that began before age 1"),
    ("For babies the figure is 22%.", ["21.5%"], "alive 5 years after a first relapse of ALL that began before age 1"),
    ("In T-cell ALL 36% survived five years.", ["35.5%"], "alive 5 years after a first relapse of T-cell ALL"),
    ("A relapse in the brain fluid came in 2.7%.", ["2.7%"], "children who had any relapse in the brain fluid"),
    ("CNS relapse struck 2.7%.", ["2.7%"], "children who had any relapse in the brain fluid"),
    ("The 5-year event-free survival was 44%.", ["44%"], "alive with no relapse or other event at 5 years"),
    ("At five years 44% were alive and well.", ["44%"], "alive with no relapse or other event at 5 years"),
    ("Events occurred in 31% and 57%.", ["31%", "57%"], "relapse, death or another serious event: blinatumomab, and chemotherapy"),
    ("Cure is reached in about 90% of children.", ["90%"], "children with ALL who are cured, roughly"),
    ("About 90% of children will be long-term survivors.", ["90%"], "children with ALL who are cured, roughly"),
    ("In 29% a severe side effect came later than a year after the infusion.", ["29%"], "severe side effects more than a year after infusion"),
    ("The drug shrank the leukemia in 83%.", ["83.3%"], "response at any time"),
    ("About 5% died of side effects.", ["5%"], "fatal side effects, such as brain swelling and infection"),
    ("VOD was seen in 14%.", ["14.0%"], "serious blocked liver veins (VOD)"),
    ("Two years on, about 7 in 10 of those who had blinatumomab had not died.", ["71.3%", "58.4%"], "alive at 2 years: blinatumomab, and chemotherapy"),
    ("Most children (92%) had CRS; in 26% it was grade 3 or worse.", ["92%", "26%"], "cytokine release syndrome: any grade, and severe"),
    ("VOD came in 14 of 100 on inotuzumab, but in 2 of 100 on standard drugs.", ["14%", "2%"], "VOD: inotuzumab, and chemotherapy"),
    ("Of 100 people, 81 reached remission on inotuzumab and 29 on chemotherapy.", ["81%", "29%"], "complete remission: inotuzumab, and chemotherapy"),
    ("Blinatumomab raised two-year survival from 58% to 71%.", ["71.3%", "58.4%"], "alive at 2 years: blinatumomab, and chemotherapy"),
    ("If it came back early, 26% lived for five years; if it came back late, 66% did.", ["25.8%", "66.4%"], "alive 5 years after a relapse that was early, or late"),
    ("More children with a relapse outside the marrow were cured (60%) than with one in the marrow (35%).", ["60%", "35%"], "cured: extramedullary relapse, and marrow relapse"),
    ("A relapse in the testicle alone let 81% of boys live five years.", ["81%"], "alive at 5 years, testicle only"),
    ("Most relapses in adults (82%) came in the first two years.", ["82%"], "of relapses in adults, share within 2 years of remission"),
    ("Half of those whose relapse came between 18 and 36 months were alive after five years.", ["49.5%"], "alive 5 years after a relapse at 18 to 36 months"),
    ("Among average-risk children 88% stayed free of leukemia for three years.", ["87.9%"], "disease-free at 3 years, average risk"),
    ("More were alive after two years with the drug (71%).", ["71%"], "alive at 2 years"),
    ("Three out of four people had CRS, but it was severe in only 3%.", ["75%", "3%"], "CRS: any grade, and grade 3 or higher"),
    ("About 1 in 4 people had ICANS, and in 7% it was severe.", ["24%", "7%"], "ICANS: any grade, and grade 3 or higher"),
    ("A third of patients had bleeding, which was severe in 5%.", ["33%", "5%"], "bleeding: any grade, and grade 3 or higher"),
    ("After three years 96% were alive and leukemia-free.", ["96.0%"], "disease-free survival at 3 years"),
    ("86% were alive and well, with no relapse or other event, at two years.", ["86%"], "event-free survival at 2 years"),
    ("11% lived 5 years, compared with 5% of those with a shorter remission.", ["11%", "5%"], "survival 5 years after relapse: first remission over 2 years, and under 2 years"),
    ("Half of the survivors had a health problem, compared with 37% of their brothers and sisters.", ["50%", "37%"], "any chronic condition: survivors, and siblings"),
    ("Children with no MRD relapsed less often (8.5%) than those with MRD (20.1%).", ["8.5%", "20.1%"], "relapse: MRD under 0.01%, and MRD 0.01% or higher"),
    ("A transplant raised survival to 48%, compared with 33% for people who had none.", ["48%", "33%"], "alive at 3 years: transplant, and no transplant"),
    ("With a transplant 48% were alive at three years, without one 33%.", ["48%", "33%"], "alive at 3 years: transplant, and no transplant"),
    ("91% who had whole-body radiation were alive, against 75% without it.", ["91%", "75%"], "alive: total body irradiation, and chemotherapy conditioning"),
    ("The share alive fell from 76% after one year to 55% after five.", ["76%", "55%"], "alive: at 1 year, and at 5 years"),
    ("More children died in the chemotherapy group (about 30%) as in the other group (about 15%).", ["29.6%", "14.8%"], "deaths: chemotherapy, and blinatumomab"),
    ("Blinatumomab lowered the risk of dying by about 29% (hazard ratio 0.71).", ["0.71"], "hazard ratio for death"),
    ("It cut the risk of an event by about two thirds (hazard ratio 0.33).", ["0.33"], "hazard ratio for event-free survival"),
    ("Between 1 and 2 of every 100 children die in the first phase.", ["1% to 2%"], "deaths during induction"),
    ("A third of people (32%) had an infection.", ["32%"], "infections"),
    ("Some 13% had fits.", ["13%"], "severe nerve or brain effects"),
    ("No adults had seizures.", ["0%"], "seizures"),
    ("Half of the adults had died within 24 weeks.", ["24 weeks"], "median survival after relapse"),
    ("It took a median of 5 months to get worse or die.", ["5.0 months"], "median progression-free survival"),
    ("White cells came back about 20 days after the transplant.", ["20 days"], "median time to neutrophil recovery"),
    ("Some 30% of children with relapsed ALL become long-term survivors.", ["30%"], "long-term survival after relapse"),
    ("In people over 60 about 10 out of 100 died.", ["10%"], "deaths during induction, adults over 60"),
    ("In 302 of 1,603 boys the leukemia came back in a testicle.", ["302", "1603"], "boys with testicle relapse, of all boys with a relapse"),
    ("The chance of a relapse fell below 1 out of 100 (1%).", ["<1%"], "chance of relapse"),
    ("They lived a median of 22 months, twice as long as the 10.7 months of the others.", ["22.0 months", "10.7 months"], "median survival"),
    ("Some 81% reached remission, nearly three times as many as with chemotherapy (29%).", ["81%", "29%"], "remission"),
    ("Survival was better in those under 20 (12%) than in those over 50 (3%).", ["12%", "3%"], "survival: under 20, and over 50"),
    ("About 10% had it.", ["10.4%"], "infections"),
    ("One in five dies within a year of it.", ["21%"], "mortality at 1 year"),
    ("About 9% had a relapse within a year.", ["9%"], "relapse within 1 year"),
    ("Serious infections were fewer (10% versus 57%), and few people died of one.", ["10%", "57%"], "severe infections: blinatumomab, and chemotherapy"),
    ("Of those asked, 87.5% had no depression and 12.5% did.", ["12.5%"], "depression"),
    ("Headaches: 34% (severe: 1%).", ["34%", "1%"], "headache: any grade, and severe"),
    ("Fever: 60% (7% severe).", ["60%", "7%"], "fever: any grade, and severe"),
    ("The death rate halved.", ["50%"], "fall in mortality"),
    ("Sepsis kills about one in four of those who get it.", ["26.7%"], "hospital mortality"),
    ("The drug helped 62% of patients with steroid-refractory acute GVHD.", ["62%"], "overall response"),
    ("Some 73% were free of relapse at 6 months; at a year it was 50%.", ["73%", "50%"], "relapse-free: at 6 months, and at 12 months"),
    ("Nine in ten were alive at half a year.", ["90%"], "alive at 6 months"),
    ("Some 1 to 3 in 1,000 die.", ["1 to 3 per 1,000"], "deaths"),
    ("The drug had no effect on deaths: 5.9% died with it and 5.2% without.", ["5.9%", "5.2%"], "deaths: the drug, and placebo"),
    ("Bone death was seen in 1%.", ["1.0%"], "osteonecrosis"),
    ("Under 20: 12%.", ["12%"], "relapse, aged under 20 years"),
    ("The later the relapse the better: 26% and 66% lived.", ["26%", "66%"], "alive: early relapse, and late relapse"),
    ("Without a transplant, 33% of those with T-cell relapse lived for three years.", ["33%"], "alive at 3 years, T-cell relapse"),
    ("Under 30: 21%.", ["21%", "10%"], "alive 2 years after relapse: under 30, and over 30"),
    ("About 86% lost at least 5% of their weight.", ["86.4%"], "lost 5% or more of body weight"),
    ("For every 1,000 children who get measles, one to three die.", ["1 to 3 of every 1,000"], "children with measles who die"),
    ("Each year 11 of every 100 people fell ill.", ["11.0"], "cases per 100 person-years"),
    ("About 8 in 10 couples conceive within a year.", ["80%"], "pregnant within 1 year"),
    ("About one new mother in eight has it.", ["12.5%"], "women with symptoms"),
    ("Every one of the 12 children went into remission.", ["12 of 12"], "remission"),
    ("Not one of the treated children relapsed.", ["0%"], "relapses"),
    ("Infection is the main cause of death, and 30% of patients have one.", ["30%"], "infections"),
    ("Strokes fell by a fifth (6.5% against 8.0%).", ["20%", "6.5%", "8.0%"], "relative reduction in strokes, and rates"),
    ("About 2 in 10 relapses came in the central nervous system alone.", ["19.8%"], "place of relapse, CNS only"),
    ("The figures were 64% if MRD was negative and 21% if it was positive.", ["64%", "21%"], "event-free survival: MRD-negative, versus MRD-positive"),
    ("With the drug 14% had it, without the drug 3%.", ["14%", "3%"], "VOD: with the drug, and without the drug"),
    ("Blinatumomab lowered the risk of dying by 29%.", ["29%"], "lower risk of death"),
    ("About 3 in 10 people with Ph-positive ALL (31%) went into remission, against 22% of those without the Philadelphia chromosome.", ["31%", "22%"], "complete remission: Ph-positive, and Ph-negative"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "figures", "measures"), RIGHT)
def test_other_words_for_the_same_are_borne_out(sentence: str, figures: list[str], measures: str) -> None:
    assert unsupported(sentence, *findings(figures, measures)) == []


# Slips of somebody who copies from a table.
WRONG = [
    ("About 12.7% survived.", ["12.7%"], "share who relapsed"),
    ("About 59% relapsed.", ["59%"], "without relapse at 5 years"),
    ("71% with chemotherapy lived.", ["71%", "58%"], "alive at 2 years: blinatumomab, and chemotherapy"),
    ("Girls: 11.2% relapsed.", ["11.2%", "9.6%"], "relapse within 5 years: boys, and girls"),
    ("Severe CRS came in 92%.", ["92%", "26%"], "cytokine release syndrome: any grade, and severe"),
    ("At five years 22% were alive.", ["22%", "15%"], "alive 3 and 5 years after relapse"),
    ("Remission was reached by 43%.", ["43%"], "of adults who reached remission, how many later relapsed"),
    ("26% had a transplant.", ["26%"], "deaths not from leukemia"),
    ("36% of those with B-cell ALL survived.", ["35.5%"], "alive 5 years after a first relapse of T-cell ALL"),
    ("CRS was grade 3 or worse in 92%.", ["92%", "26%"], "cytokine release syndrome: any grade, and severe"),
    ("VOD came in 14% on standard drugs.", ["14%", "2%"], "VOD: inotuzumab, and chemotherapy"),
    ("About 29% had not died.", ["29%"], "deaths by 2 years"),
    ("Of relapses outside the marrow 35% were cured.", ["60%", "35%"], "cured: extramedullary relapse, and marrow relapse"),
    ("About 13% relapsed and 87% died.", ["13%"], "relapse"),
    ("The study had 60 children; 40% relapsed.", ["40%"], "relapse"),
    ("Over 90% lived; over 10% died.", ["91.3%"], "alive"),
    ("About 13% relapsed, and fewer than 87% did not.", ["13%"], "relapse"),
    ("More than half (50%) relapsed.", ["50%"], "relapse"),
    ("The majority of them relapsed.", ["62%"], "alive"),
    ("The majority relapsed.", ["<60%"], "relapse"),
    ("A minority relapsed.", [">40%"], "relapse"),
    ("About 10,000 died.", ["5,001"], "deaths"),
    ("Some 45 children relapsed.", ["45 of 300"], "seizures in boys"),
    ("There were 300 relapses.", ["45 of 300"], "seizures in boys"),
    ("There were 3 deaths from infection.", ["12%"], "grade 3 infections"),
    ("The risk halved, from 10% to 20%.", ["10%", "20%"], "risk"),
    ("Half as many relapsed (34% against 17%).", ["34%", "17%"], "relapse"),
    ("About 10% relapsed.", ["<10%"], "relapse"),
    ("Nobody died.", ["no more than 3"], "deaths"),
    ("About 5% died and 86% lost weight.", ["86%"], "lost 5% or more of body weight"),
    ("It lowered the risk of seizures by 29%; the hazard ratio for death was 0.71.", ["0.71"], "hazard ratio for death"),
    ("More than 10% to 20% relapse.", ["10-20%"], "relapse"),
    ("Survival rose by 13%.", ["13%"], "alive"),
    ("Of 300 children 45 relapsed.", ["45"], "age limit of the study"),
    ("The risk rises in people under 55.", ["12%"], "relapse, people over 55"),
    ("One in five dies within two years of it.", ["21%"], "mortality at 1 year"),
    ("Sepsis kills one in four.", ["26.7%"], "alive after sepsis"),
    ("Headaches: 34% (severe: 2%).", ["34%", "1%"], "headache: any grade, and severe"),
    ("The death rate halved.", ["20%"], "fall in mortality"),
    ("Some 1 to 3 in 1,000 die.", ["1 to 3 per 10,000"], "deaths"),
    ("Under 30: 12%.", ["12%"], "relapse, aged under 20 years"),
    ("A third did not respond.", ["33%"], "complete response"),
    ("Some 40% did not go into remission.", ["40%"], "remission"),
    ("About 53% were not alive at 5 years.", ["53%"], "alive at 5 years"),
    ("One in ten does not survive five years.", ["10%"], "alive at 5 years"),
    ("Some 60% had no fever or infection.", ["60%"], "infections"),
    ("The drug raised the risk of dying by 29%.", ["29%"], "lower risk of death"),
    ("It led to 21% more strokes.", ["21%"], "fewer strokes"),
    ("It follows 1 in 10,000 doses.", ["1 per million"], "allergic reactions"),
    ("It follows 9 in 100,000 doses.", ["5 per million"], "allergic reactions"),
    ("Without the drug, 14% had VOD.", ["14%", "3%"], "VOD: with the drug, and without the drug"),
    ("In 78% traces of leukemia remained.", ["78%"], "complete MRD response"),
    ("Every one of the 12 children went into remission.", ["11 of 12"], "remission"),
    ("About 89% had severe CRS.", ["89%", "60%"], "any grade: cytokine release syndrome, and neurologic events"),
    ("Infections of any grade came in 31%.", ["31%"], "grade 3 or higher infections"),
    ("Three quarters had MRD.", ["75%"], "undetectable MRD after the first cycle"),
    ("About 88% were MRD-positive.", ["88%"], "no MRD"),
    ("Infections were fatal in 31%.", ["31%"], "grade 3 or higher infections"),
    ("Infections occurred in about 5%.", ["5%"], "infections that led to death"),
    ("It raised the risk of dying (hazard ratio 0.71).", ["0.71"], "hazard ratio for death"),
    ("Survival fell from 68% to 85%.", ["85%", "68%"], "alive at 3 years: blinatumomab, and chemotherapy"),
    ("Adding blinatumomab lowered survival from 85% to 68%.", ["85%", "68%"], "alive at 3 years: blinatumomab, and chemotherapy"),
    ("One year after the infusion, 90% were alive.", ["90%", "76%"], "alive: at 6 months, and at 12 months"),
    ("About 38% were alive 5 years after a relapse.", ["38%"], "alive 5 years from diagnosis"),
    ("After an early relapse 56% were alive.", ["56%"], "alive, late relapse"),
    ("Without a transplant, 67% were alive.", ["67%", "46%"], "alive: sibling donor transplant, and no transplant"),
    ("With whole-body radiation, 75% were alive.", ["91%", "75%"], "alive: total body irradiation, and chemotherapy conditioning"),
    ("Half of those given blinatumomab lived longer than 4 months.", ["7.7 months", "4.0 months"], "median survival: blinatumomab, and chemotherapy"),
    ("With Ph-negative ALL 30% were in remission.", ["30%"], "complete remission, Ph-positive"),
    ("Remissions lasted a median of 18.2 months.", ["18.2 months"], "median overall survival"),
    ("CRS starts about 5 days after the infusion.", ["5 days"], "median duration of CRS"),
    ("Seizures came in 18%.", ["18%"], "somnolence"),
    ("Seven children had a second cancer.", ["7"], "children who had seizures"),
    ("Chronic GVHD came in 35%.", ["35%"], "acute graft-versus-host disease"),
    ("About 72% were alive without any further event.", ["72%"], "overall survival"),
    ("Adults over 50: 12% were alive.", ["12%"], "alive, people under 20"),
    ("Among high-risk children 97% were alive.", ["97%"], "alive, average risk"),
    ("Some 85% had no infection.", ["85%"], "infections"),
    ("No children had seizures.", ["0%"], "second cancers"),
    ("The risk of death fell by 41% (hazard ratio 0.41).", ["0.41"], "hazard ratio for death"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "figures", "measures"), WRONG)
def test_a_figure_from_another_row_or_column_is_refused(sentence: str, figures: list[str], measures: str) -> None:
    assert unsupported(sentence, *findings(figures, measures))


IN_ORDER = [
    ("Relapse came in {} and {} of boys and girls.", ["15%", "10%"], ["relapse in boys", "relapse in girls"]),
    ("Relapses were more common in adults than in children ({} against {}).", ["60%", "15%"], ["relapse, adults", "relapse, children"]),
    ("At 3 and 5 years {} and {} were alive.", ["60%", "50%"], ["alive at 3 years", "alive at 5 years"]),
    ("About {} and {} were alive at 3 and 5 years.", ["60 out of 100", "50 out of 100"], ["alive at 3 years", "alive at 5 years"]),
    ("Remission and survival were {} and {}.", ["80%", "60%"], ["complete remission", "alive at 1 year"]),
    ("Death, relapse and cure came to {}, {} and {}.", ["8%", "12%", "80%"], ["deaths", "relapses", "cured"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "figures", "measures"), IN_ORDER)
def test_listed_figures_go_with_what_is_named_in_the_same_order(
    sentence: str, figures: list[str], measures: list[str]
) -> None:
    given = [
        Evidence((figure.replace(" out of 100", "%"),), row) for figure, row in zip(figures, measures, strict=True)
    ]
    assert unsupported(sentence.format(*figures), *given) == []
    assert figures[-1] in unsupported(sentence.format(*reversed(figures)), *given)


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("With blinatumomab and with chemotherapy, 41% and 26% had them.", []),
        ("With blinatumomab and with chemotherapy, 26% and 41% had them.", ["26%", "41%"]),
        ("They were seen in 41% and 26% with blinatumomab and chemotherapy.", []),
        ("They were seen in 26% and 41% with blinatumomab and chemotherapy.", ["26%", "41%"]),
        # Three figures and two names: the order tells nothing.
        ("Blinatumomab, chemotherapy: 26%, 26% and 41%.", []),
    ],
)
def test_listed_figures_keep_the_order_of_labels(sentence: str, refused: list[str]) -> None:
    assert unsupported(sentence, *LABELLED) == refused


def test_figures_that_are_compared_the_other_way_round_are_left_undecided() -> None:
    given = Evidence(("15%",), "relapse in boys"), Evidence(("10%",), "relapse in girls")
    assert unsupported("Compared with girls, boys had more relapses: 15% and 10%.", *given) == []


def test_the_finding_that_says_most_of_what_the_sentence_says_is_meant() -> None:
    first = Evidence(("43.2%",), "relapsed after remission", finding="first")
    second = Evidence(("43%",), "relapse in adults by 5 years", finding="second")
    sentence = "By 5 years about 43% of adults had a relapse."
    found = statistics(sentence)
    matches = bears_out(sentence, found, [first, second])
    assert {match.evidence.finding for match in matches if match} == {"second"}


def test_an_age_is_looked_up_where_the_share_was_found() -> None:
    other = Evidence(("12%",), "alive, under 30", finding="other", context="adults under 30")
    own = Evidence(("38%",), "alive at 5 years", finding="own", context="adults under 30")
    sentence = "Of adults who were under 30 about 38% lived and fared better."
    matches = bears_out(sentence, statistics(sentence), [other, own])
    assert {match.evidence.finding for match in matches if match} == {"own"}


def test_half_is_a_median_of_what_is_said() -> None:
    followed = Evidence(("31%",), "relapse", interval="after a median of 22.4 months")
    assert unsupported("Half of them died and 31% relapsed.", followed) == ["Half"]
    lived = Evidence(("7.7 months",), "median survival")
    assert unsupported("Half lived longer than 7.7 months.", lived) == []
    assert unsupported("Half had a transplant, and the median survival was 7.7 months.", lived) == ["Half"]


def test_the_ends_of_a_range_are_of_the_same_people_and_time() -> None:
    boys, girls = Evidence(("15%",), "relapse in boys"), Evidence(("60%",), "relapse in girls")
    assert unsupported("Some 15% to 60% relapsed.", boys, girls) == ["15% to 60%"]
    early, late = Evidence(("15%",), "relapse at 1 year"), Evidence(("60%",), "relapse at 10 years")
    assert unsupported("Some 15% to 60% relapsed.", early, late) == ["15% to 60%"]
    assert unsupported("It rose from 15% to 60%.", early, late) == []
    one, other = Evidence(("15%",), "relapse in one report"), Evidence(("60%",), "relapse in another report")
    assert unsupported("Some 15% to 60% relapsed.", one, other) == []


def test_what_the_words_of_a_record_count_is_no_year_and_no_age() -> None:
    finding = Evidence(("12%",), "relapse", context="adults aged 15 to 55, treated 1993-2004, 66 people enrolled")
    assert unsupported("Of 66 people 12% relapsed.", finding) != ["66 people"]
    assert unsupported("There were 55 people; 12% relapsed.", finding) == ["55 people"]
    assert unsupported("There were 2004 people; 12% relapsed.", finding) == ["2004 people"]
