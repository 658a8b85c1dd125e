import AdjournCommands

Adjourn.main()
