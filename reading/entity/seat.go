package entity

import (
	"strings"

	"coranto"
	"coranto/reading/internal/token"
)

// seat is a mention of a town that may stand for its state's government.
type seat struct {
	m            match
	state, place string
}

// stand is what a seat is taken for.
type stand int8

const (
	unclear stand = iota
	ground
	actor
)

var (
	inPlace = set(`in at near outside inside around across throughout within via toward towards into through of
in nach à en dans a ad em te naar w do в во из под около у до на біля 在 到 达 達 于 於 赴 往 抵 في من إلى`)
	motion = set(`travel travels travelled traveled travelling traveling fly flies flew flown flying go goes went going gone come comes came coming arrive arrives arrived arriving return returns returned returning
visit visits visited visiting visit trip trips flight flights road way move moved moving head headed heading leave left leaving sent dispatched march marched drove driven train delegation delegations`)
	acting = set(`says said say has have had is was are were will would can could may might must should does did do wants wanted want seeks sought seek hopes hoped insists insisted insist
accuses accused condemns condemned denies denied deny warns warned warn demands demanded rejects rejected refuses refused agreed agrees vows vowed vow pledged pledges announced announces
responded responds launched launches imposed imposes urged urges threatened threatens believes believed fears feared expects expected claims claimed maintains maintained supports supported opposes opposed
recognises recognizes recognised recognized called calls sees saw considers considered views viewed regards regarded backs backed blames blamed summoned summons expelled expels offered offers proposed proposes
ordered plans planned signalled signaled stressed reiterated made makes took takes gave gives put puts keeps kept continues continued began begins stopped ended withdrew suspended abandoned annexed invaded share shares agree
a annonce affirme accuse dénonce condamne répond exige appelle refuse menace souhaite veut promet propose dijo acusó anunció condenó respondió pidió rechazó ofrece quiere afirma asegura advierte
ha risponde accusa annuncia condanna chiede vuole ribadisce hat erklärte warnt warnte fordert forderte kündigt droht wirft weist heeft zegt zei waarschuwt eist wil
заявила сообщила ответила осудила обвинила требует потребовала считает призвала отвергла намерена готова планирует ввела объявила предложила отказалась согласилась
повідомила відповіла засудила звинуватила вимагає закликала відкинула оголосила запропонувала відмовилася
表 称 稱 说 說 宣 指 谴 譴 呼 警`)
	// acted are verbs that Arabic sets before who acts.
	acted   = set(`قالت وقالت أعلنت وأعلنت اتهمت واتهمت ردت وردت نددت حذرت وحذرت رفضت ورفضت دعت ودعت أكدت وأكدت طالبت تعهدت`)
	between = set(`between against accuse accused accusing accuses urge urged urging press pressed pressing pressure with from by blame blamed blaming supply supplying supplied ally allies force forced help helped helping give gave giving allow allowing sanction sanctioned punish warn warned tell told if whether that while because as than`)
)

// readSeats tells, for each such town, the government from the ground. Where
// the words beside it do not tell, the other mentions do; and a state of which
// nothing else is said is not meant.
func (f *finder) readSeats() {
	votes := map[string]int{}
	read := make([]stand, len(f.seats))
	for i, s := range f.seats {
		read[i] = f.readSeat(s.m)
		switch read[i] {
		case actor:
			votes[s.state]++
		case ground:
			votes[s.state]--
		}
	}
	named := map[string]bool{}
	for _, e := range f.all {
		if e.kind == coranto.State && len(e.mentions)+len(e.refs) > 0 {
			named[e.name] = true
		}
	}
	for i, s := range f.seats {
		r := read[i]
		if r == unclear && (votes[s.state] > 0 || votes[s.state] == 0 && named[s.state]) {
			r = actor
		}
		e := f.entity(s.place, coranto.Place)
		if r == actor {
			e = f.entity(s.state, coranto.State)
		}
		at := f.span(s.m.from, s.m.to)
		at.Start += s.m.skip
		e.mentions = append(e.mentions, at)
	}
}

// readSeat reads the words beside a seat.
func (f *finder) readSeat(m match) stand {
	before, after := f.lower(m.from-1), f.lower(m.to)
	if f.toks[m.from].Line && (f.dateline(m.to) || f.toks[m.from].Shape == token.Upper) {
		return ground
	}
	if f.toks[m.from].Kind == token.Sign {
		switch {
		case inPlace[before] && !f.toks[m.from].Line:
			return ground
		case acting[after]:
			return actor
		}
		return unclear
	}
	switch {
	case before == "from" || before == "to" || before == "for":
		for k := m.from - 2; k >= 0 && k >= m.from-6 && f.toks[k].Kind == token.Word; k-- {
			if motion[f.lower(k)] {
				return ground
			}
		}
		return unclear
	case before == "of" && acting[after]:
		return actor
	case inPlace[before], motion[before]:
		return ground
	}
	if after == "," && m.to+1 < len(f.toks) && f.listed(m.to+1) { // Tehran, Iran
		return ground
	}
	if after == "-" && f.lower(m.to+1) == "based" {
		return ground
	}
	next := m.to
	for next < len(f.toks) && f.toks[next].Kind == token.Word && (strings.HasSuffix(f.lower(next), "ly") || f.is(next, "also", "now", "still", "then", "again", "later", "itself", "never", "not")) {
		next++
	}
	if acting[f.lower(next)] {
		return actor
	}
	if between[before] || acted[before] {
		return actor
	}
	if after == "and" && f.listed(m.to+1) && m.from > 0 && f.is(m.from-1, "between") {
		return actor
	}
	return unclear
}

// dateline tells whether a line's first words, up to token i, are a dateline:
// "MOSCOW:", "Moscow (Agency)", "Moscow, 7 October -".
func (f *finder) dateline(i int) bool {
	for k := i; k < len(f.toks) && k < i+12 && !f.toks[k].Line; k++ {
		switch f.toks[k].In(f.text) {
		case ":", "—", "–", "-", "--", "(":
			return f.toks[k].Gap || f.toks[k].In(f.text) == ":"
		case ",", "/":
			continue
		}
		if f.toks[k].Kind == token.Word && f.toks[k].Shape == token.Lower {
			return false
		}
	}
	return false
}
