# A server in Go, built and shipped in one stage.
ARG GO=1.23
FROM golang:${GO}
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /usr/local/bin/server ./cmd/server
ENV PORT=8080
# Where it listens.
EXPOSE 8080
USER 1000
CMD /usr/local/bin/server --verbose
