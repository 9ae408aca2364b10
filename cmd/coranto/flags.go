package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"coranto"
)

// grammar is the command line.
type grammar struct {
	ConfigFile string `name:"config" placeholder:"FILE" help:"Settings to read instead of the usual file."`

	Demo        demoCommand        `cmd:"" help:"A tour on the sample desk: imports it into a temporary folder, serves it, prints the address."`
	Serve       serveCommand       `cmd:"" help:"Show the desk in a browser."`
	Read        readCommand        `cmd:"" help:"Print the articles on pages; keeps nothing."`
	Import      importCommand      `cmd:"" help:"Read pages, text dumps, JSON Lines and web archives into the desk."`
	Add         addCommand         `cmd:"" help:"Follow feeds: RSS, Atom, a site that names one, or an OPML list."`
	Stories     storiesCommand     `cmd:"" help:"List stories, newest first."`
	Story       storyCommand       `cmd:"" help:"One story: who said what, what is to come, figures, how its publishers differ."`
	Statements  statementsCommand  `cmd:"" help:"List who said what."`
	Search      searchCommand      `cmd:"" help:"Find articles by their words."`
	Timeline    timelineCommand    `cmd:"" help:"The most telling days, each with the sentence that tells it."`
	Calendar    calendarCommand    `cmd:"" help:"Appointments: announced, moved, held, cancelled, or not heard of again."`
	Figures     figuresCommand     `cmd:"" help:"Numbers of stories as series: every value with who gives it, and what changed."`
	Corrections correctionsCommand `cmd:"" help:"List what readers corrected by hand; undo it, give it out whole, take it over."`
	Check       checkCommand       `cmd:"" help:"Check that the archive is whole and list what could not be read."`
	Version     versionCommand     `cmd:"" help:"Print the version."`
}

// dataFlag is the folder in which a desk is kept.
type dataFlag struct {
	Data string `placeholder:"DIR" help:"Folder of the desk (default: $XDG_DATA_HOME/coranto)."`
}

// errHelp ends parsing after help was printed.
var errHelp = errors.New("help was asked for")

// ParseFlags reads the command line, the settings file and the environment. A
// mistake in any of them is of kind Usage.
func (m *Main) ParseFlags(_ context.Context, args []string) (err error) {
	var g grammar
	parser, err := kong.New(&g,
		kong.Name("coranto"),
		kong.Description("Reads the world's press: pages in, stories out, every line leading to its sentence."),
		kong.Writers(m.Stdout, m.Stderr),
		kong.Exit(func(int) { panic(errHelp) }),
		kong.UsageOnError(),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	)
	if err != nil {
		return fmt.Errorf("build the command line: %w", err)
	}
	defer func() { // kong leaves by Exit once it has printed help
		if p := recover(); p != nil {
			if p != any(errHelp) {
				panic(p)
			}
			m.command, err = nil, nil
		}
	}()
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parser.Parse(args)
	if err != nil {
		return &coranto.Error{Kind: coranto.Usage, Err: err, Op: tryCommand(args)}
	}
	if m.Config, err = loadConfig(g.ConfigFile, m.Getenv); err != nil {
		return err
	}
	m.Log = slog.New(slog.NewTextHandler(m.Stderr, &slog.HandlerOptions{Level: m.Config.level()}))
	m.command = command
	return nil
}

// tryCommand returns the command that was meant, as far as it can be told.
func tryCommand(args []string) string {
	for _, a := range args {
		if !strings.HasPrefix(a, "-") {
			return a
		}
	}
	return ""
}

// try is a line to run after a usage error.
func (m *Main) try(err error) string {
	var e *coranto.Error
	examples := map[string]string{
		"read":       "coranto read --json page.html",
		"import":     "coranto import folder/",
		"add":        "coranto add https://publisher.example/feed.xml",
		"serve":      "coranto serve --listen 127.0.0.1:8080",
		"demo":       "coranto demo",
		"stories":    "coranto stories --since 2026-10-01",
		"story":      "coranto story river treaty",
		"statements": "coranto statements --speaker Halvard",
		"search":     "coranto search river treaty",
		"timeline":   "coranto timeline --max 20 river treaty",
		"calendar":   "coranto calendar --since 2026-10-01",
		"check":      "coranto check",
	}
	if errors.As(err, &e) && examples[e.Op] != "" {
		return examples[e.Op]
	}
	return "coranto --help"
}

// moment is an RFC 3339 date or date-time on the command line.
type moment struct {
	text string
	time time.Time
}

func (t *moment) UnmarshalText(b []byte) error {
	t.text = string(b)
	var err error
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if t.time, err = time.Parse(layout, t.text); err == nil {
			return nil
		}
	}
	return fmt.Errorf("%q is no date; write 2025-06-13 or 2025-06-13T10:30:00Z", t.text)
}
