"""Words that editors swap for one another: synonyms, and British for American spelling."""

# Pairs between bars: each word is exchanged for the other. A hyphen stands for a space.
_SYNONYMS = """
said stated|says states|announced disclosed|told informed|reported related|explained clarified|warned cautioned
claimed maintained|denied disputed|asked requested|answered replied|promised pledged|called termed|added continued
began started|begin start|beginning onset|ended finished|stopped halted|stop halt|closed shut|opened unlocked
killed slain|died perished|dead deceased|hurt injured|wounded harmed|damaged battered|destroyed wrecked|fire blaze
burned scorched|flood inundation|storm tempest|accident mishap|disaster calamity|crash collision|danger peril
police constabulary|officers policemen|officials functionaries|government administration|minister secretary
president head-of-state|leader chief|spokesman representative|spokeswoman speaker|lawyer attorney|judge magistrate
court tribunal|trial proceedings|law statute|prison jail|thief burglar|stolen robbed|arrested detained|freed released
soldiers troops|fighters combatants|army military|attack assault|attacks assaults|attackers assailants|siege encirclement
enemy foe|war conflict|fight struggle|fighting combat|weapon arm|shells projectiles|defence protection|border frontier
company firm|companies firms|business trade|owner proprietor|owners proprietors|manager director|boss superior
workers employees|worker employee|staff personnel|crew team|job post|jobs posts|pay wages|hired recruited|strike walkout
money funds|price cost|prices costs|profit gain|revenue turnover|rise increase|rose climbed|rising climbing|fell dropped
fall drop|falling dropping|grew expanded|grow expand|growth expansion|shares stock|bank lender|paid spent|pay-out payment
sold auctioned|buy purchase|bought purchased|expected anticipated|expects anticipates|forecast prediction|estimate guess
big large|huge enormous|small little|tiny minute|old aged|new fresh|young youthful|long lengthy|short brief|high tall
low shallow|quick rapid|quickly rapidly|slow sluggish|slowly gradually|hard difficult|easy simple|good fine|bad poor
best finest|worst gravest|strong sturdy|weak feeble|quiet silent|loud noisy|cold chilly|warm mild
wet damp|dry arid|empty vacant|full packed|safe secure|ready prepared|free gratis|true genuine|false untrue|strange odd
early premature|late tardy|last final|first initial|whole entire|main principal|common usual|rare unusual|many numerous
several various|few scarce|some certain|most nearly-all|almost nearly|about roughly|around approximately|only merely
also likewise|too as-well|again anew|still yet|often frequently|always invariably|soon shortly
before prior-to|after following|while whereas|because since|although though|however nevertheless|since-then thereafter
house dwelling|houses dwellings|home residence|homes residences|building edifice|street road|village hamlet|town borough
city metropolis|harbour port|ship vessel|ships vessels|boat craft|boats crafts|ferry ferryboat|lorry truck|car automobile
road highway|bridge span|river stream|water waters|sea ocean|coast shore|valley dale|hill knoll|mountain peak
school academy|pupils schoolchildren|children youngsters|teacher instructor|students scholars|university college
doctor physician|hospital infirmary|patients sufferers|disease illness|study survey|report account|letter note
book volume|museum gallery|concert recital|audience spectators|visitors guests|people persons|man fellow|woman lady
father parent|mother mum|husband spouse|family household|neighbours locals|residents inhabitants|farmers growers
table desk|door gate|lamp light|clock timepiece|picture image|photograph photo|stone rock|tree trunk
found discovered|find discover|lost mislaid|looked gazed|saw noticed|heard overheard|showed revealed
shows reveals|made produced|make produce|built constructed|build construct|took seized|taken removed|gave handed|given granted
brought carried|kept retained|keep retain|held gripped|left departed|leave depart|came arrived|come arrive|went travelled
go travel|returned came-back|moved shifted|move shift|sent dispatched|send dispatch|put placed|set laid|cut trimmed
tried attempted|try attempt|helped assisted|help assistance|need require|needs requires|wanted wished|want wish
thought believed|think believe|knows understands|know understand|hoped trusted|hopes trusts|decided resolved|chosen picked
planned intended|plans intends|plan scheme|agreed consented|refused declined|accepted approved|allowed permitted
banned forbidden|ban prohibition|voted balloted|vote ballot|won gained|win victory|beaten defeated|reached attained
happened occurred|caused provoked|cause reason|led headed|followed ensued|replaced renewed|repaired mended|repairs mending
year twelvemonth|years twelvemonths|week seven-days|night night-time|morning forenoon|evening nightfall|hours hrs
part portion|number figure|amount sum|lack shortage|level mark|end close|side flank
""".replace("\n", "|")

# British and American spelling of what stands in news.
_SPELLINGS = """
harbour harbor|colour color|colours colors|honour honor|labour labor|neighbour neighbor|neighbours neighbors
neighbouring neighboring|favour favor|favourite favorite|rumour rumor|theatre theater|centre center|metre meter
metres meters|kilometre kilometer|kilometres kilometers|litre liter|litres liters|defence defense|licence license
programme program|programmes programs|travelled traveled|travelling traveling|cancelled canceled|labelled labeled
grey gray|plough plow|tyre tire|tyres tires|kerb curb|aluminium aluminum|organise organize|organised organized
recognise recognize|recognised recognized|apologise apologize|apologises apologizes|apologised apologized
criticised criticized|realised realized|analyse analyze|catalogue catalog|cheque check|jewellery jewelry|storey story
mould mold|ageing aging|towards toward|learnt learned|burnt burned|pyjamas pajamas|sceptical skeptical|fulfil fulfill
skilful skillful|enrol enroll|manoeuvre maneuver|tonnes tons|percent per-cent|mum mom|judgement judgment|lorry truck
""".replace("\n", "|")


def _swaps(groups: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for group in filter(None, groups.split("|")):
        left, right = (word.replace("-", " ") for word in group.split())
        pairs.setdefault(left, right)
        pairs.setdefault(right, left)
    return pairs


SYNONYMS = _swaps(_SYNONYMS)
SPELLINGS = _swaps(_SPELLINGS)
