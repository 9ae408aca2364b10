package main

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"github.com/BurntSushi/toml"

	"coranto"
)

// Config is what can be set once for all commands: in the settings file, over
// it by the environment, over both by flags. All of it is optional.
type Config struct {
	Data   string `toml:"data"`   // CORANTO_DATA: the folder of the desk
	Listen string `toml:"listen"` // CORANTO_LISTEN: the address that serve listens on
	Log    string `toml:"log"`    // CORANTO_LOG: debug, info, warn or error
}

// loadConfig reads the settings file (file, or $XDG_CONFIG_HOME/coranto/config.toml
// when there is one) and the environment. An unknown key is an error: a setting
// that is misspelt must not be silently without effect.
func loadConfig(file string, getenv func(string) string) (Config, error) {
	c := Config{Listen: "127.0.0.1:8080", Log: "warn"}
	given := file != ""
	if !given {
		file = filepath.Join(baseDir(getenv, "XDG_CONFIG_HOME", ".config"), "coranto", "config.toml")
	}
	wrong := func(hint, format string, args ...any) (Config, error) {
		return c, coranto.Errorf(coranto.Usage, "read settings", file, hint, format, args...)
	}
	meta, err := toml.DecodeFile(file, &c)
	var syntax toml.ParseError
	switch {
	case errors.Is(err, fs.ErrNotExist) && !given:
	case errors.As(err, &syntax):
		return wrong("mend that line", "line %d: %s", syntax.Position.Line, syntax.Message)
	case err != nil:
		return wrong("check its path and permissions", "%w", err)
	case len(meta.Undecoded()) > 0:
		return wrong("the keys are data, listen and log", "unknown key %q", meta.Undecoded()[0].String())
	}
	for name, field := range map[string]*string{"CORANTO_DATA": &c.Data, "CORANTO_LISTEN": &c.Listen, "CORANTO_LOG": &c.Log} {
		if v := getenv(name); v != "" {
			*field = v
		}
	}
	if err := new(slog.LevelVar).UnmarshalText([]byte(c.Log)); err != nil {
		return wrong("set debug, info, warn or error", "log: %q is no level", c.Log)
	}
	if c.Data == "" {
		c.Data = filepath.Join(baseDir(getenv, "XDG_DATA_HOME", ".local/share"), "coranto")
	}
	return c, nil
}

func (c Config) level() slog.Level {
	var l slog.Level
	if l.UnmarshalText([]byte(strings.ToUpper(c.Log))) != nil {
		return slog.LevelWarn
	}
	return l
}

// baseDir is a folder of the XDG base directory specification.
func baseDir(getenv func(string) string, variable, underHome string) string {
	if dir := getenv(variable); filepath.IsAbs(dir) {
		return dir
	}
	home := getenv("HOME")
	if home == "" {
		home, _ = os.UserHomeDir() // "" makes the path relative, which is then reported
	}
	return filepath.Join(home, underHome)
}

// version is set by the build: -ldflags "-X main.version=...".
var version = "0.1.0-dev"

type versionCommand struct{}

func (versionCommand) Run(m *Main) error {
	_, err := fmt.Fprintf(m.Stdout, "coranto %s\n", version)
	return err
}
