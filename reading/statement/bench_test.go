package statement_test

import (
	"strings"
	"testing"

	"coranto/reading/entity"
	"coranto/reading/lang"
	"coranto/reading/statement"
)

func BenchmarkFind(b *testing.B) {
	const paragraph = `VESSHOLM - Velmark will not sign the river plan before the winter, Foreign Minister Jan Korr told reporters on Monday, adding that the talks in Vessholm had been "useful, but slow".

“We will wait,” he said. “Nobody hurries us.” Marta Lind, who leads the Harbour Party, accused the government of hiding the costs of the plan and called for a vote in parliament by the end of the month.

The gates on the upper river were closed for nine days in October, and eleven towns carried water from the hills. According to two officials, the flow has since come back to about three fifths of what the treaty asks for. Snow fell early on the passes this year and the road to the gauge was cleared twice.

`
	text := strings.Repeat(paragraph, 40)
	sentences := lang.Sentences(text)
	entities := entity.Find(text, sentences, "", names(b))
	b.SetBytes(int64(len(text)))
	b.ReportMetric(0, "ns/op")
	words := len(strings.Fields(text))
	for b.Loop() {
		statement.Find(text, sentences, nil, entities, "en")
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
