package stream

// kind is a sort of event. Each fact is told in one of its wordings; words in
// braces are put in: {town} {state} {people} {capital} {other} (a state) {name}
// {family} {second} {firm} {place} {day} and the numbers {n} {m} {k}. {n} is the
// toll, which grows.
type kind struct {
	toll      string // what {n} counts; "" when it does not grow
	headlines []string
	facts     [][]string
}

var kinds = []kind{
	{"killed", []string{
		"Quake shakes {town}, at least {n} killed", "{n} dead after earthquake near {town}", "Earthquake hits northern {state}", "Rescuers search ruins of {town} for survivors",
	}, [][]string{
		{"An earthquake of magnitude {m} struck {town} in {state} on {day}, killing at least {n} people.", "At least {n} people died when the ground shook under {town} on {day}, {people} officials said.", "The town of {town} lay in ruins on {day} after a tremor of {m} that left {n} dead."},
		{"The {place} bridge collapsed and the road to {capital} was cut.", "Traffic to {capital} stopped because the bridge at {place} had fallen into the river."},
		{"Mayor {name} called for tents and blankets.", "{name}, the mayor, said that people would need tents for weeks.", "\"We need blankets before the night,\" said Mayor {name}."},
		{"Soldiers brought water to {k} families.", "Some {k} families were given water by the army.", "The army set up kitchens for {k} households."},
		{"The {second} hospital treated patients in its car park.", "Doctors at {second} hospital worked under the open sky."},
	}},
	{"killed", []string{
		"Missiles strike {town}, {n} killed", "{n} die as rockets hit {town} in {state}", "Attack on {town}: residents flee", "{other} shells {town}, {state} says",
	}, [][]string{
		{"Missiles fired from {other} hit {town} on {day} and killed {n} people, the {people} army said.", "{state} said that {n} of its citizens had been killed in {town} on {day} by rockets from {other}.", "{n} people lost their lives in {town} when {other} attacked the {people} town on {day}."},
		{"The {firm} depot burned through the night.", "A store of the company {firm} went up in flames."},
		{"\"This will be answered,\" said the defence minister, {name}.", "Defence minister {name} promised an answer.", "{name}, the minister of defence, spoke of a crime."},
		{"The army of {other} denied that it had aimed at houses.", "{other} said that it had struck a barracks at {place}."},
		{"Some {k} people left for {capital}.", "The road to {capital} was full: {k} people fled."},
	}},
	{"drowned", []string{
		"Floods in {town}: {n} drowned", "River bursts its banks at {town}", "{n} missing or dead in {people} floods", "Water stands two metres high in {town}",
	}, [][]string{
		{"The {second} river flooded {town} on {day}; {n} people drowned.", "At least {n} people drowned when water from the {second} poured into {town} on {day}.", "After days of rain the {second} broke through its dykes at {town} on {day} and took {n} lives."},
		{"The {place} dam had been inspected in spring.", "An inspection of the dam at {place} had found cracks."},
		{"{k} houses are without power.", "There was no electricity in {k} homes."},
		{"Governor {name} asked {capital} for helicopters.", "\"Send helicopters,\" Governor {name} told the government in {capital}."},
	}},
	{"injured", []string{
		"Fire at {firm} works in {town}, {n} injured", "Blaze destroys factory in {town}", "{n} hurt in {town} factory fire", "{firm} plant burns down",
	}, [][]string{
		{"A fire destroyed the works of {firm} in {town} on {day} and injured {n} workers.", "{n} workers were hurt on {day} when the {firm} plant in {town} burned.", "Flames tore through a hall of {firm} in {town}, {state}, on {day}; {n} people were injured."},
		{"The company makes {place} engines.", "{firm} has built engines of the type {place} there since {k}."},
		{"Fire chief {name} said that sprinklers had failed.", "Sprinklers did not work, according to fire chief {name}."},
		{"Prosecutor {second} opened an inquiry.", "An inquiry is led by prosecutor {second}."},
	}},
	{"", []string{
		"Court in {town} jails {family} for {k} years", "{family} found guilty of bribery", "{people} banker {family} goes to prison", "Judges convict {name}",
	}, [][]string{
		{"A court in {town} sentenced the banker {name} to {k} years in prison on {day} for bribing officials of {state}.", "{name}, a {people} banker, must go to prison for {k} years, judges in {town} ruled on {day}.", "The {town} court found {name} guilty of bribery on {day} and jailed him for {k} years."},
		{"The money came from {firm}.", "Prosecutors traced the payments to the company {firm}."},
		{"His lawyer, {second}, will appeal.", "\"We shall appeal,\" said his lawyer, {second}."},
		{"The case began with a letter from {place}.", "It was a letter from {place} that began the affair."},
	}},
	{"", []string{
		"{firm} buys {second} works for {k} million", "{second} sold to {firm}", "{firm} takes over rival from {town}", "Deal of {k} million: {second} goes to {firm}",
	}, [][]string{
		{"{firm} of {capital} is buying the maker of machines {second} in {town} for {k} million crowns, both said on {day}.", "The owners of {second}, a firm in {town}, accepted an offer of {k} million crowns from {firm} on {day}.", "For {k} million crowns {firm} will take over {second} of {town}, it was announced on {day}."},
		{"{second} employs {m} hundred people.", "Some {m} hundred people work for {second}."},
		{"{firm}'s head, {name}, promised to keep the plant in {place}.", "\"The plant in {place} stays,\" said {name}, who leads {firm}."},
		{"The cartel office of {state} will look at it.", "Officials in {state} must still agree."},
	}},
	{"arrested", []string{
		"Protest in {town}: {n} arrested", "Police break up march in {town}", "Thousands march in {town} against {firm} mine", "{people} police arrest {n} at rally",
	}, [][]string{
		{"Police arrested {n} people in {town} on {day} at a march against a mine of {firm}.", "{n} demonstrators were taken away by {people} police on {day} when thousands protested in {town}.", "A march against the {firm} mine in {town} ended on {day} with {n} arrests."},
		{"The mine would swallow the village of {place}.", "For the mine the people of {place} would have to leave."},
		{"\"We will come back,\" said {name}, who had called the march.", "{name}, one of the organisers, called for another march."},
		{"Water cannon were used at the {second} gate.", "At the gate called {second} police used water cannon."},
	}},
	{"", []string{
		"{family} elected mayor of {town}", "{town} votes for {family}", "Upset in {town}: {family} wins", "{name} takes {town} for the opposition",
	}, [][]string{
		{"{name} was elected mayor of {town} on {day} with {m} per cent of the vote.", "Voters in {town} chose {name} as mayor on {day}, by {m} per cent.", "With {m} per cent {name} won the mayor's office in {town}, {state}, on {day}."},
		{"The incumbent, {second}, had ruled for {k} years.", "{second}, in office for {k} years, conceded in the evening."},
		{"{family} wants to close the {firm} works.", "She promised to shut the works of {firm}."},
		{"In {place} ballots had to be counted twice.", "The count in {place} was repeated."},
	}},
	{"ill", []string{
		"{n} ill with {place} fever in {town}", "Fever spreads in {town}", "Doctors in {town} count {n} cases of fever", "{people} schools shut as fever spreads",
	}, [][]string{
		{"{n} people in {town} have fallen ill with {place} fever, the health office of {state} said on {day}.", "Doctors in {town} had counted {n} cases of {place} fever by {day}.", "The {place} fever has reached {town}: {n} were ill on {day}, {people} doctors said."},
		{"Schools stay shut for {m} weeks.", "For {m} weeks there will be no lessons."},
		{"Minister {name} asked {firm} for more vaccine.", "{firm} is to send vaccine, said minister {name}."},
		{"The first patient had come from {second}.", "It began with a traveller from {second}."},
	}},
	{"", []string{
		"{town} beat {second} {m}-{k} in cup final", "{family} scores twice as {town} win the cup", "Cup goes to {town}", "{second} lose the final",
	}, [][]string{
		{"{town} won the cup of {state} on {day}, beating {second} {m}-{k}.", "By {m} goals to {k} {town} defeated {second} in the {people} cup final on {day}.", "The cup is {town}'s: on {day} the team was better than {second}, {m}-{k}."},
		{"{name} scored twice after the break.", "Both of the late goals were by {name}."},
		{"The match in the {firm} arena was watched by a full house.", "Not a seat was free in the arena that bears the name of {firm}."},
		{"The coach comes from {place}.", "Their coach, born in {place}, wept."},
	}},
}

// meetings tell of a meeting of two ministers in its phases, with {date} the day
// for which it is promised and {later} another.
var meetings = map[string]kind{
	"announced": {"", []string{
		"{name} and {second} to meet in {town}", "{state} and {other} announce talks in {town}", "Ministers of {state} and {other} to meet on {date}",
	}, [][]string{
		{"The foreign ministers of {state} and {other} will meet in {town} on {date}, both ministries announced on {day}.", "{name} of {state} and {second} of {other} will hold talks in {town} on {date}, it was announced on {day}.", "On {date} {name} and {second} are to talk in {town}, {state} and {other} said on {day}."},
		{"They will discuss the {place} treaty.", "On the table is the treaty of {place}."},
		{"It is their first meeting since the {firm} affair.", "Since the affair of {firm} they have not spoken."},
	}},
	"postponed": {"", []string{
		"Talks of {state} and {other} put off to {later}", "{town} meeting postponed", "{name} and {second} to meet later",
	}, [][]string{
		{"The meeting of {name} and {second} in {town} has been postponed from {date} to {later}, the ministry of {state} said on {day}.", "{state} and {other} put off their talks in {town}: not on {date} but on {later} will the ministers meet, it was said on {day}."},
		{"{second} is ill.", "The reason is an illness of {second}."},
		{"The treaty of {place} has to wait.", "So the {place} treaty is not yet signed."},
	}},
	"cancelled": {"", []string{
		"{other} calls off talks with {state}", "No meeting of {name} and {second}", "Talks in {town} cancelled",
	}, [][]string{
		{"{other} cancelled the meeting of {second} with {name} that was to be held in {town} on {date}, its ministry said on {day}.", "There will be no talks in {town} on {date}: {other} called them off on {day}."},
		{"The army of {state} had crossed the border at {place}.", "{other} spoke of {people} soldiers at {place}."},
		{"{name} regretted the decision.", "\"A missed chance,\" said {name}."},
	}},
	"happened": {"", []string{
		"{state} and {other} sign {place} treaty", "{name} and {second} agree in {town}", "Hours of talks in {town} end with a treaty",
	}, [][]string{
		{"{name} and {second} met in {town} on {day} and signed the treaty of {place}.", "After talks of {m} hours in {town} the foreign ministers of {state} and {other} signed the {place} treaty on {day}.", "In {town} {state} and {other} agreed on {day} on the treaty of {place}."},
		{"Customs between the two fall by {k} per cent.", "It lowers their customs by {k} per cent."},
		{"\"A good day,\" said {name}.", "{name} spoke of a good day.", "{second} called it a new beginning."},
	}},
}

// background is what papers add to any report of a state.
var background = []string{
	"{state} has some {k} thousand inhabitants outside its towns and exports timber, grain and machines.",
	"The government in {capital} has been under pressure since prices began to rise in autumn.",
	"Opposition leaders in {capital} asked for a debate in parliament.",
	"Relations between {state} and {other} have been strained for years over fishing and pipelines.",
	"Observers say that the coming weeks will show whether the coalition in {capital} holds together.",
	"A spokesman for the government did not want to comment on reports in the newspapers.",
	"Neighbours told reporters that they had heard a loud noise and then seen many people in the street.",
	"Trade unions and churches called on everybody to keep calm and to help each other.",
	"The economy of the region depends on tourism, which had only begun to recover.",
	"It was not clear by the evening when the authorities would publish further details.",
	"Similar events a few years ago led to a change in the law, but critics say that little was done.",
	"The president, who was on a visit abroad, was told of it by telephone and will return earlier.",
	"Experts had warned of this for a long time in reports that were hardly read.",
	"Public television changed its programme and broadcast a special report in the evening.",
}
