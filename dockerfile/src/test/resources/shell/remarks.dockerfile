FROM debian:12
ENV P=1
RUN echo $P $Q && \
	# a comment
	cd "/ä" && ls $( pwd \
    )
RUN <<EOF
for f in *; do
	echo `cat "$f"`
done
EOF
SHELL ["bash", "-c"]
RUN true
RUN if true; fi
