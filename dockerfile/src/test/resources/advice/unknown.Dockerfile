FROM example.test/team/base:7
COPY . /srv
CMD ["/srv/run"]
