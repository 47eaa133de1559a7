FROM python:3.12
ENV PYTHONUNBUFFERED=1
RUN apt-get update && apt-get install -y libpq5 libpq-dev gcc curl
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY . .
EXPOSE 8000
CMD gunicorn app:app
