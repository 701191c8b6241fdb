/** Answers each message of the one who started this program with what `work` makes of it. */
export function answerWith(work) {
  process.on('message', (message) => {
    work(message).then(
      (answer) => process.send(answer),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
  process.once('disconnect', () => process.exit());
}
