include maelstrom.mk
