package web

import (
	"log/slog"
	"time"

	"coranto/edition"
	"coranto/edition/editiontest"
)

// newServer serves the sample articles as they stand at editiontest.Now.
func newServer() *Server { return serverOf(editiontest.New()) }

func serverOf(desk *editiontest.Desk) *Server {
	now := func() time.Time { return editiontest.Now }
	return New(edition.New(desk, editiontest.Names{}, now), Options{Log: slog.New(slog.DiscardHandler)})
}
