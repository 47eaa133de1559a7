FROM golang:1.22-bookworm AS app
WORKDIR /src
COPY . .
RUN apt-get update && apt-get install -y libsqlite3-0 gcc && CGO_ENABLED=0 go build -o app
HEALTHCHECK CMD curl -f http://localhost/ || exit 1
ENTRYPOINT ["/bin/sh", "-c", "./app | tee /log"]
