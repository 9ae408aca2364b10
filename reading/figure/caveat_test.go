package figure_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto/reading/figure"
)

func TestFindCaveats(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // "kind < by [words]"
	}{
		{"Meridian could not independently verify the accounts.", []string{"unverified < Meridian [Meridian could not independently verify the accounts]"}},
		{"Meridian was not able to verify the video.", []string{"unverified < Meridian [Meridian was not able to verify the video]"}},
		{"The claim could not be independently verified.", []string{"unverified [The claim could not be independently verified]"}},
		{"There was no independent confirmation of the report.", []string{"unverified [There was no independent confirmation of the report]"}},
		{"Velmark's mission at the Council did not immediately respond to a request for comment.", []string{
			"no comment < Velmark's mission at the Council [Velmark's mission at the Council did not immediately respond to a request for comment]"}},
		{"A spokesman for Meridian declined to comment on the plan.", []string{"no comment < a spokesman for Meridian [A spokesman for Meridian declined to comment on the plan]"}},
		{"There was no immediate comment from Vessholm.", []string{"no comment [There was no immediate comment from Vessholm]"}},
		{"Velmark has repeatedly denied the charge.", []string{"denied < Velmark [Velmark has repeatedly denied the charge]"}},
		{"Rodvania has accused Velmark of theft, which it has repeatedly denied.", []string{"denied < Velmark [it has repeatedly denied]"}},
		{"Jan Korr rejected the accusations as absurd.", []string{"denied < Jan Korr [Jan Korr rejected the accusations as absurd]"}},
		{"Rodvania disputed the figures, and the toll remains disputed.", []string{"disputed < Rodvania [Rodvania disputed the figures]", "disputed [the toll remains disputed]"}},

		{"He was denied entry, and they denied him a visa.", nil},
		{"The court denied the appeal of the disputed region.", nil},
		{"Nobody can deny that it rained.", nil},
		{"They did not deny it.", nil},
	} {
		s, _, e, st := read(t, c.text, "en")
		var got []string
		for _, v := range figure.FindCaveats(c.text, s, e, st, "en") {
			line := v.Kind
			if v.By != "" {
				line += " < " + v.By
			}
			got = append(got, line+" ["+c.text[v.Start:v.End]+"]")
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", c.text, diff)
		}
	}
}
