package main

import (
	"context"
	"os"
	"os/exec"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// The test binary stands in for the program: with asProgram set it runs Main,
// so that scripts and the kill test drive the same code that ships.
const asProgram = "CORANTO_RUN_MAIN"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(NewMain().Execute(context.Background(), os.Args[1:]))
	}
	testscript.Main(m, map[string]func(){
		"coranto": func() { os.Exit(NewMain().Execute(context.Background(), os.Args[1:])) },
	})
}

// program is the program as a process of its own.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), asProgram+"=1", "CORANTO_LOG=error", "XDG_CONFIG_HOME="+t.TempDir())
	return cmd
}

// TestScripts runs testdata/script/*.txtar: what a person types, and what the
// program answers.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("XDG_DATA_HOME", e.WorkDir+"/share")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"make":     makeFile,
			"sample":   copySampleDesk,
			"samejson": sameJSON,
		},
	})
}
