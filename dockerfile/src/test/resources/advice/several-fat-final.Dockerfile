FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/app .

FROM node:22 AS unused
RUN npm ci

FROM ubuntu:22.04
COPY --from=build /out/app /app
USER app
CMD /app
