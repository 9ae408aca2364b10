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
		{"There was no immediate comment from Vessholm.", []string{"no comment < Vessholm [There was no immediate comment from Vessholm]"}},
		{"He was late, a charge Jan Korr denied.", []string{"denied < Jan Korr [Jan Korr denied]"}},
		{"Meridian flat-out denied the charge.", []string{"denied < Meridian [Meridian flat-out denied the charge]"}},
		{"A spokesman for Mr. Jan Korr declined to comment.", []string{"no comment < a spokesman for Mr. Jan Korr [A spokesman for Mr. Jan Korr declined to comment]"}},
		{"Velmark has repeatedly denied the charge.", []string{"denied < Velmark [Velmark has repeatedly denied the charge]"}},
		{"Rodvania has accused Velmark of theft, which it has repeatedly denied.", []string{"denied < Velmark [it has repeatedly denied]"}},
		{"Jan Korr rejected the accusations as absurd.", []string{"denied < Jan Korr [Jan Korr rejected the accusations as absurd]"}},
		{"Rodvania disputed the figures, and the toll remains disputed.", []string{"disputed < Rodvania [Rodvania disputed the figures]", "disputed [the toll remains disputed]"}},

		{"He was denied entry, and they denied him a visa.", nil},
		{"The court denied the appeal of the disputed region.", nil},
		{"The council denied his party the victory.", nil},
		{"Nobody can deny that it rained.", nil},
		{"They did not deny it.", nil},
		{"Voters did not respond to queries seeking to confirm where they lived.", nil},
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

func TestQualified(t *testing.T) {
	for _, c := range []struct{ text, of string }{
		{"Jan Korr denied that Velmark had closed the gates.", "that Velmark had closed the gates"},
		{"Velmark denies closing the gates.", "closing the gates"},
		{"Rodvania accused Velmark of theft, which it denies.", "Rodvania accused Velmark of theft"},
		{"Jan Korr said 12 people were killed. Meridian could not independently verify the account.", "12 people were killed"},
		{"Velmark has closed the gates.\n\nVelmark's mission did not respond to a request for comment.", "Velmark has closed the gates."},
		{"The gates are closed.\n\nVelmark's mission did not respond to a request for comment.", ""},
		{"Meridian declined to comment on the sale of the bridge.", "the sale of the bridge"},
		{"Jan Korr denied accusations of theft.", "accusations of theft"},
		{"Rodvania said 12 gates were closed. It was late. Jan Korr denied the claim.", "It was late."},
		{"Meridian could not independently verify the account.", ""},
	} {
		s, _, e, st := read(t, c.text, "en")
		got := figure.FindCaveats(c.text, s, e, st, "en")
		if len(got) != 1 {
			t.Errorf("%q: %d caveats, want 1", c.text, len(got))
			continue
		}
		of := ""
		if got[0].Of != nil {
			of = got[0].Of.In(c.text)
		}
		if of != c.of {
			t.Errorf("%q: of %q, want %q", c.text, of, c.of)
		}
	}
}

func TestCaveatsAbroad(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "Meridian n'a pas pu vérifier ces informations.", "unverified < Meridian"},
		{"fr", "Jan Korr a catégoriquement démenti ces accusations.", "denied < Jan Korr"},
		{"fr", "Meridian a refusé de commenter.", "no comment < Meridian"},
		{"de", "Die Angaben ließen sich nicht unabhängig überprüfen.", "unverified"},
		{"de", "Jan Korr bestreitet die Vorwürfe.", "denied < Jan Korr"},
		{"de", "Jan Korr äußerte sich zunächst nicht.", "no comment < Jan Korr"},
		{"de", "Die Zahlen sind umstritten.", "disputed"},
		{"es", "Meridian no pudo verificar los datos.", "unverified < Meridian"},
		{"es", "Jan Korr niega las acusaciones.", "denied < Jan Korr"},
		{"es", "Jan Korr se negó a comentar.", "no comment < Jan Korr"},
		{"es", "Jan Korr se negó a salir.", ""},
		{"it", "Meridian non ha potuto verificare i dati.", "unverified < Meridian"},
		{"it", "Jan Korr ha smentito le accuse.", "denied < Jan Korr"},
		{"nl", "Meridian kon de cijfers niet onafhankelijk verifiëren.", "unverified < Meridian"},
		{"nl", "Jan Korr ontkent de beschuldigingen.", "denied < Jan Korr"},
		{"ru", "Meridian не смогла независимо проверить эти данные.", "unverified < Meridian"},
		{"ru", "Korr отрицает обвинения.", "denied < Jan Korr"},
		{"ru", "Korr не отрицает этого.", ""},
		{"ru", "Korr отказался от комментариев.", "no comment < Jan Korr"},
		{"ar", "ونفت Meridian هذه الاتهامات.", "denied < Meridian"},
		{"ar", "ولم تتمكن Meridian من التحقق من صحة الأنباء.", "unverified < Meridian"},
		{"ar", "لم تتمكن Meridian من التحقق من صحة الأنباء.", "unverified < Meridian"},
		{"zh", "Meridian无法核实这些数字。", "unverified < Meridian"},
		{"zh", "Meridian否认这些指控。", "denied < Meridian"},
	} {
		s, _, e, st := read(t, c.text, c.lang)
		got := ""
		for _, v := range figure.FindCaveats(c.text, s, e, st, c.lang) {
			got += v.Kind
			if v.By != "" {
				got += " < " + v.By
			}
		}
		if got != c.want {
			t.Errorf("%s: %q: %q, want %q", c.lang, c.text, got, c.want)
		}
	}
}
