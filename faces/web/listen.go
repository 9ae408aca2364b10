package web

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"syscall"
	"time"

	"coranto"
)

// grace is how long a server that is told to stop waits for pages under way.
const grace = 5 * time.Second

// Listen opens a TCP address such as "127.0.0.1:8080"; port 0 takes any free
// one. An address that another program holds is Busy.
func Listen(addr string) (net.Listener, error) {
	l, err := net.Listen("tcp", addr)
	switch {
	case err == nil:
		return l, nil
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, coranto.Errorf(coranto.Busy, "listen on", addr, "stop the program that has it, or choose another with --listen", "the address is in use")
	case errors.Is(err, fs.ErrPermission):
		return nil, coranto.Errorf(coranto.Refused, "listen on", addr, "choose a port above 1023 with --listen", "%w", err)
	default:
		return nil, coranto.Errorf(coranto.Usage, "listen on", addr, "give HOST:PORT with --listen, such as 127.0.0.1:8080", "%w", err)
	}
}

// Serve answers on l until ctx ends, then lets pages under way finish. It
// closes l and returns nil after an orderly end. On loopback it answers to the
// names of this machine alone; elsewhere nothing can be changed.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	if !onLoopback(l.Addr()) {
		s.hand = nil
	}
	server := &http.Server{
		Handler:           s.forOwnNames(l.Addr()),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      2 * time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelDebug),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	select {
	case err := <-ended:
		return coranto.Errorf(coranto.Unreadable, "serve", l.Addr().String(), "", "%w", err)
	case <-ctx.Done():
	}
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	if err := server.Shutdown(end); err != nil {
		return server.Close()
	}
	return nil
}
