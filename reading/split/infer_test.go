package split

import (
	"testing"

	"coranto"

	"github.com/google/go-cmp/cmp"
)

// 13 October 2026 is a Tuesday.
const terminal = "Smoke over the storage tanks of the Mina Murjan terminal, north of Ghadran, Samhara, October 13, 2026."

func TestInferDate(t *testing.T) {
	tests := []struct {
		shows    string
		headline string
		caption  coranto.Caption
		text     string
		want     *coranto.Dating
	}{
		{
			shows:    "the first paragraph reports of the picture's day",
			headline: "Fire at Mina Murjan Terminal Put Out",
			caption:  coranto.Caption{Text: terminal, Date: "2026-10-13"},
			text:     "Firemen in Samhara put out the fire at the Mina Murjan terminal on Tuesday, the civil defence said.\n\nThe cabinet will meet on Thursday.",
			want:     &coranto.Dating{From: "2026-10-13", To: "2026-10-13", Basis: coranto.Inferred, Evidence: "October 13, 2026 … on Tuesday"},
		},
		{
			shows:    "the first paragraph reports of the day after",
			headline: "Fire at Mina Murjan Terminal Put Out",
			caption:  coranto.Caption{Text: terminal, Date: "2026-10-13"},
			text:     "Samhara counted the cost of the fire at the Mina Murjan terminal on Wednesday, the oil ministry said.\n\nThe last flames were put out on Tuesday in the evening.",
			want:     &coranto.Dating{From: "2026-10-14", To: "2026-10-14", Basis: coranto.Inferred, Evidence: "October 13, 2026 … on Tuesday … on Wednesday"},
		},
		{
			shows:    "the day only later, and another day ahead: an interval",
			headline: "How Samhara Lost Its Largest Terminal",
			caption:  coranto.Caption{Text: terminal, Date: "2026-10-13"},
			text:     "The men who ran the Mina Murjan terminal of Samhara had asked for a fence, two of them told this newspaper.\n\nThe drones struck before dawn on Tuesday.\n\nThe cabinet will meet on Friday to speak of the fence.",
			want:     &coranto.Dating{From: "2026-10-13", To: "2026-10-15", Basis: coranto.Inferred, Evidence: "October 13, 2026 … on Tuesday … on Friday"},
		},
		{
			shows:    "a weekday that is not the picture's",
			headline: "Fire at Mina Murjan Terminal Put Out",
			caption:  coranto.Caption{Text: terminal, Date: "2026-10-13"},
			text:     "Firemen in Samhara put out the fire at the Mina Murjan terminal on Saturday, the civil defence said.",
		},
		{
			shows:    "no weekday",
			headline: "Fire at Mina Murjan Terminal Put Out",
			caption:  coranto.Caption{Text: terminal, Date: "2026-10-13"},
			text:     "Firemen in Samhara have put out the fire at the Mina Murjan terminal, the civil defence said.",
		},
		{
			shows:    "the picture's weekday lies ahead in the text",
			headline: "Mina Murjan Terminal to Reopen",
			caption:  coranto.Caption{Text: terminal, Date: "2026-10-13"},
			text:     "Samhara will reopen the Mina Murjan terminal on Tuesday, the oil ministry said.",
		},
		{
			shows:    "a weekday and no dated picture",
			headline: "Fire at Mina Murjan Terminal Put Out",
			caption:  coranto.Caption{Text: "Smoke over the storage tanks of the Mina Murjan terminal, Samhara."},
			text:     "Firemen in Samhara put out the fire at the Mina Murjan terminal on Tuesday, the civil defence said.",
		},
		{
			shows:    "the right weekday, but persons from another meeting",
			headline: "Halvard, Thévenay to Discuss Grain",
			caption:  coranto.Caption{Text: "Velmarkian Prime Minister Signe Halvard meets Lavaunian President Armand Thévenay at a harbour festival in Sarykent, Altynor, October 15, 2024.", Date: "2024-10-15"},
			text:     "Prime Minister Signe Halvard of Velmark will receive President Armand Thévenay of Lavaune next week, her office said on Tuesday.",
		},
		{
			shows:    "a picture from a file",
			headline: "Fire at Mina Murjan Terminal Put Out",
			caption:  coranto.Caption{Text: "FILE PHOTO: " + terminal, Date: "2026-10-13"},
			text:     "Firemen in Samhara put out the fire at the Mina Murjan terminal on Tuesday, the civil defence said.",
		},
		{
			shows:    "a picture older than a year that the text names",
			headline: "Fire at Mina Murjan Terminal Put Out",
			caption:  coranto.Caption{Text: terminal, Date: "2026-10-13"},
			text:     "Firemen in Samhara put out the fire at the Mina Murjan terminal on Tuesday, the civil defence said.\n\nThe terminal was rebuilt in 2027.",
		},
		{
			shows:    "another matter",
			headline: "Velmark Raises Its Flag",
			caption:  coranto.Caption{Text: terminal, Date: "2026-10-13"},
			text:     "The people of Velmark raised a new flag on Tuesday, with a heron that stands on the right leg.",
		},
		{
			shows:    "last Tuesday is not the latest",
			headline: "Fire at Mina Murjan Terminal Put Out",
			caption:  coranto.Caption{Text: terminal, Date: "2026-10-13"},
			text:     "The fire that broke out at the Mina Murjan terminal of Samhara last Tuesday is out, the civil defence said.",
		},
		{
			shows:    "the first paragraph is four days from the picture",
			headline: "Fire at Mina Murjan Terminal Put Out",
			caption:  coranto.Caption{Text: terminal, Date: "2026-10-13"},
			text:     "Samhara counted the cost of the fire at the Mina Murjan terminal on Saturday, the oil ministry said.\n\nThe flames had been put out on Tuesday.",
		},
		{
			shows:    "another language",
			headline: "L’incendie du terminal de Mina Murjan est éteint",
			caption:  coranto.Caption{Text: terminal, Date: "2026-10-13"},
			text:     "Les pompiers de Samhara ont éteint mardi l’incendie du terminal de Mina Murjan, au nord de Ghadran.",
		},
	}
	for _, tt := range tests {
		t.Run(tt.shows, func(t *testing.T) {
			a := coranto.Article{Language: "en", Headline: tt.headline, Captions: []coranto.Caption{tt.caption}, Text: tt.text}
			if tt.shows == "another language" {
				a.Language = "fr"
			}
			if diff := cmp.Diff(tt.want, inferDate(&a)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
